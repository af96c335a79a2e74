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
        Target.Fitted sexes,
        Target.Fitted age,
        Target.Fitted education,
        Target.Fitted withoutWork,
        Target.Fitted length,
        Target.Fitted sources,
        Flow flow) {

    List<Target.Fitted> all() {
        return List.of(sexes, age, education, withoutWork, length, sources);
    }

    List<UnreachableCell> missed() {
        return all().stream().flatMap(fitted -> fitted.missed().stream()).toList();
    }

    /** The figures of every municipality that has a number of participants for the year. */
    static List<MunicipalFigures> of(Tables tables, int year, double scale, Weights weights) {
        var municipalities = tables.withParticipants(year);
        if (municipalities.isEmpty()) {
            throw new BadTable("no municipality has a number of participants for " + year + "; there are years "
                    + tables.yearsWithParticipants());
        }
        var targets = new Targets(tables, year);
        return municipalities.stream()
                .map(municipality -> of(tables, targets, municipality, year, scale, weights))
                .toList();
    }

    private static MunicipalFigures of(
            Tables tables, Targets targets, Tables.Municipality municipality, int year, double scale, Weights weights) {
        var code = municipality.code();
        var sexes = sexes(tables, targets, municipality, year, scale);
        int participants = sexes.total();
        var length = targets.of(PublishedTable.ENROLMENT_LENGTH, code);
        int ended = WholePeople.totalNear(length.cells(), weights.of(Weight.ENDED, participants));
        var lengths = length.fit(municipality, year, Math.min(ended, participants));
        var sources = targets.of(PublishedTable.REFERRAL_SOURCES, code);
        // whoever was enrolled for more than 24 months began earlier
        int mostBegun = participants - lengths.count("over_24_months");
        var implied = Flow.implied(weights, participants, lengths.count("within_3_months"), mostBegun);
        int referrals = WholePeople.totalNear(sources.cells(), implied.referrals());
        return new MunicipalFigures(
                municipality,
                participants,
                sexes,
                targets.of(PublishedTable.AGE, code).fit(municipality, year, participants),
                targets.of(PublishedTable.EDUCATION, code).fit(municipality, year, participants),
                targets.of(PublishedTable.TIME_WITHOUT_WORK, code).fit(municipality, year, participants),
                lengths,
                sources.fit(municipality, year, referrals),
                implied.withReferrals(referrals, mostBegun));
    }

    private static Target.Fitted sexes(
            Tables tables, Targets targets, Tables.Municipality municipality, int year, double scale) {
        var bySex = tables.row(PublishedTable.PARTICIPANTS_BY_SEX, municipality.code(), year);
        var men = bySex.map(row -> row.figure("men"));
        var women = bySex.map(row -> row.figure("women"));
        var total = bySex.map(row -> row.figure("total"))
                .or(() -> tables.row(PublishedTable.PARTICIPANTS_BY_YEAR, municipality.code(), year)
                        .map(row -> row.figure("participants")));
        int published = men.isPresent() && women.isPresent()
                ? men.get() + women.get()
                : total.orElseGet(() -> Stream.concat(men.stream(), women.stream())
                        .mapToInt(Integer::intValue)
                        .sum());
        int people = scale == 1 ? published : Math.max(1, (int) Math.round(published * scale));
        var fitted = targets.sexes(municipality.code()).fit(municipality, year, people);
        if (scale != 1 || total.isEmpty() || total.get() == people) {
            return fitted;
        }
        var missed = new ArrayList<>(fitted.missed());
        missed.add(new UnreachableCell(
                PublishedTable.PARTICIPANTS_BY_SEX.file(),
                municipality.code(),
                municipality.name(),
                year,
                "total",
                total.get(),
                people));
        return new Target.Fitted(fitted.table(), fitted.from(), people, fitted.counts(), missed);
    }
}
