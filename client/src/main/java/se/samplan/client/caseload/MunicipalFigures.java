package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to count where in one municipality: whole people for every table.
 *
 * @param length of those who ended in the year
 * @param sources of the year's referrals
 */
record MunicipalFigures(
        Tables.Municipality municipality,
        int participants,
        Aim.Fitted sexes,
        Aim.Fitted age,
        Aim.Fitted education,
        Aim.Fitted withoutWork,
        Aim.Fitted length,
        Aim.Fitted sources,
        Flow flow) {

    List<Aim.Fitted> all() {
        return List.of(sexes, age, education, withoutWork, length, sources);
    }

    List<UnreachableCell> missed() {
        return all().stream().flatMap(fitted -> fitted.missed().stream()).toList();
    }

    /** The figures of every municipality that has a number of participants for the year. */
    static List<MunicipalFigures> of(Tables tables, int year, double scale, Shares shares) {
        var municipalities = tables.withParticipants(year);
        if (municipalities.isEmpty()) {
            throw new BadTable("no municipality has a number of participants for " + year + "; there are years "
                    + tables.yearsWithParticipants());
        }
        var aims = new Aims(tables, year);
        return municipalities.stream()
                .map(municipality -> of(tables, aims, municipality, year, scale, shares))
                .toList();
    }

    private static MunicipalFigures of(
            Tables tables, Aims aims, Tables.Municipality municipality, int year, double scale, Shares shares) {
        var code = municipality.code();
        var sexes = sexes(tables, aims, municipality, year, scale);
        int participants = sexes.total();
        var length = aims.of(Table.ENROLMENT_LENGTH, code);
        int ended = WholePeople.totalNear(length.cells(), shares.of(Share.ENDED, participants));
        var lengths = length.fit(municipality, year, Math.min(ended, participants));
        var sources = aims.of(Table.REFERRAL_SOURCES, code);
        // whoever was enrolled for more than 24 months began earlier
        int mostBegun = participants - lengths.count("over_24_months");
        var implied = Flow.implied(shares, participants, lengths.count("within_3_months"), mostBegun);
        int referrals = WholePeople.totalNear(sources.cells(), implied.referrals());
        return new MunicipalFigures(
                municipality,
                participants,
                sexes,
                aims.of(Table.AGE, code).fit(municipality, year, participants),
                aims.of(Table.EDUCATION, code).fit(municipality, year, participants),
                aims.of(Table.TIME_WITHOUT_WORK, code).fit(municipality, year, participants),
                lengths,
                sources.fit(municipality, year, referrals),
                implied.withReferrals(referrals, mostBegun));
    }

    private static Aim.Fitted sexes(
            Tables tables, Aims aims, Tables.Municipality municipality, int year, double scale) {
        var bySex = tables.row(Table.PARTICIPANTS_BY_SEX, municipality.code(), year);
        var men = bySex.map(row -> row.figure("men"));
        var women = bySex.map(row -> row.figure("women"));
        var total = bySex.map(row -> row.figure("total"))
                .or(() -> tables.row(Table.PARTICIPANTS_BY_YEAR, municipality.code(), year)
                        .map(row -> row.figure("participants")));
        int published = men.isPresent() && women.isPresent()
                ? men.get() + women.get()
                : total.orElseGet(() -> Stream.concat(men.stream(), women.stream())
                        .mapToInt(Integer::intValue)
                        .sum());
        int people = scale == 1 ? published : Math.max(1, (int) Math.round(published * scale));
        var fitted = aims.sexes(municipality.code()).fit(municipality, year, people);
        if (scale != 1 || total.isEmpty() || total.get() == people) {
            return fitted;
        }
        var missed = new ArrayList<>(fitted.missed());
        missed.add(new UnreachableCell(
                Table.PARTICIPANTS_BY_SEX.file(),
                municipality.code(),
                municipality.name(),
                year,
                "total",
                total.get(),
                people));
        return new Aim.Fitted(fitted.table(), fitted.from(), people, fitted.counts(), missed);
    }
}
