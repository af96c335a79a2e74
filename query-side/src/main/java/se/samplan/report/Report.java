package se.samplan.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
    List<List<String>> rows(Table kind) {
        return List.of(
                row(kind, "municipality_code", "municipality", "year", Figure::column),
                row(
                        kind,
                        municipality.value(),
                        municipalityName,
                        Integer.toString(year),
                        figure -> Objects.toString(figure.value(), "")));
    }

    private List<String> row(Table kind, String code, String name, String ofYear, Function<Figure, String> ofFigure) {
        var before = kind.saysYear() ? Stream.of(code, name, ofYear) : Stream.of(code, name);
        return Stream.concat(before, figures.stream().map(ofFigure)).toList();
    }
}
