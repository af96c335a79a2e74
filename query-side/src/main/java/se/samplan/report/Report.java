package se.samplan.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.organisation.OrganisationId;
import se.samplan.text.Coded;
import se.samplan.text.Sentence;

/**
 * One table for one municipality and year, each figure with its explanation.
 *
 * @param asOf the time up to which it includes everything recorded
 * @param total the base of the figures; null if it would reveal a small count
 * @param suppression what is suppressed and why; null if everything is shown
 */
public record Report(
        String table,
        OrganisationId municipality,
        String municipalityName,
        int year,
        Instant asOf,
        Coded unit,
        Sentence explanation,
        @Nullable Integer total,
        List<Figure> figures,
        @Nullable Sentence suppression) {

    /**
     * One figure.
     *
     * @param value as published: people, or whole percent; null if there is none to show
     * @param count the number of people or referrals behind it
     */
    public record Figure(
            String column,
            @Nullable Integer value,
            @Nullable Integer count,
            boolean suppressed,
            Sentence explanation) {}

    /** A header and one row, in the columns of the published table. */
    String csv(Table kind) {
        var header = Stream.of(
                Stream.of("municipality_code", "municipality"),
                kind.saysYear() ? Stream.of("year") : Stream.<String>empty(),
                figures.stream().map(Figure::column));
        var row = Stream.of(
                Stream.of(municipality.value(), municipalityName),
                kind.saysYear() ? Stream.of(Integer.toString(year)) : Stream.<String>empty(),
                figures.stream().map(figure -> Objects.toString(figure.value(), "")));
        return line(header) + line(row);
    }

    private static String line(Stream<Stream<String>> cells) {
        return cells.flatMap(each -> each).map(Report::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
