package se.samplan.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Sex;

/** The tables of the national statistics, in the columns in which they are published. */
public enum Table {
    PARTICIPANTS_BY_SEX(Unit.PERSONS, true, List.of("men", "women"), (rows, year) -> first(rows, year)
            .map(part -> part.sex() == Sex.MAN ? "men" : "women")),
    REFERRAL_SOURCES(
            Unit.PERCENT,
            false,
            List.of(
                    "employment_service",
                    "employment_service_with_social_services",
                    "social_insurance_agency",
                    "self",
                    "social_services",
                    "other"),
            (rows, year) -> rows.stream()
                    .filter(row -> row.source() != null && row.touches(year))
                    .map(row -> code(row.source()))),
    AGE(Unit.PERCENT, true, List.of("24_or_younger", "25_or_older"), (rows, year) -> first(rows, year)
            .map(part -> year - part.birthYear() <= 24 ? "24_or_younger" : "25_or_older")),
    EDUCATION(
            Unit.PERCENT,
            true,
            List.of("not_validated", "post_secondary", "upper_secondary", "compulsory", "incomplete_compulsory"),
            (rows, year) -> first(rows, year).map(part -> code(part.education()))),
    TIME_WITHOUT_WORK(
            Unit.PERCENT,
            true,
            List.of("under_6_months", "6_to_24_months", "over_24_months", "unknown"),
            (rows, year) -> first(rows, year).map(part -> code(part.withoutWork()))),
    ENROLMENT_LENGTH(
            Unit.PERCENT,
            true,
            List.of("within_3_months", "3_to_6_months", "6_to_24_months", "over_24_months"),
            (rows, year) -> lastEnded(rows, year).map(part -> code(part.length())));

    private final Unit unit;
    private final boolean saysYear;
    private final List<String> columns;
    private final BiFunction<List<FigureRow>, Integer, Stream<String>> counting;

    Table(
            Unit unit,
            boolean saysYear,
            List<String> columns,
            BiFunction<List<FigureRow>, Integer, Stream<String>> counting) {
        this.unit = unit;
        this.saysYear = saysYear;
        this.columns = columns;
        this.counting = counting;
    }

    /** Finds a table by name: with hyphens or underscores, with or without a trailing {@code _YYYY}. */
    static Optional<Table> named(String name) {
        var plain = name.replace('-', '_').replaceFirst("_\\d{4}$", "").toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(table -> table.name().equals(plain)).findFirst();
    }

    Unit unit() {
        return unit;
    }

    /** Whether the published table has a column for the year. */
    boolean saysYear() {
        return saysYear;
    }

    public List<String> columns() {
        return columns;
    }

    /** The columns in which one case counts, once per count. */
    Stream<String> countsIn(List<FigureRow> ofCase, int year) {
        return counting.apply(ofCase, year);
    }

    /** Counts each individual once, by the first programme that overlaps the year. */
    private static Stream<FigureRow.TakingPart> first(List<FigureRow> rows, int year) {
        return rows.stream()
                .filter(row -> row.takingPart() != null && row.touches(year))
                .min(Comparator.comparing(FigureRow::from))
                .map(FigureRow::takingPart)
                .stream();
    }

    private static Stream<FigureRow.TakingPart> lastEnded(List<FigureRow> rows, int year) {
        return rows.stream()
                .filter(row -> row.takingPart() != null && row.to().getYear() == year)
                .max(Comparator.comparing(FigureRow::to))
                .map(FigureRow::takingPart)
                .stream();
    }

    private static String code(@Nullable Enum<?> constant) {
        return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT).replaceFirst("^from_", "");
    }
}
