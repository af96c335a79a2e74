package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds each municipality's percentages: its own row, else what its other tables tell, else the average of the others. */
final class Targets {

    private static final String AGENCY = "employment_service";

    private final Tables tables;
    private final int year;

    Targets(Tables tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    Target of(PublishedTable table, String municipality) {
        var known = new ArrayList<@Nullable Integer>();
        var row = tables.row(table, municipality, year);
        for (var column : table.columns()) {
            var figure = row.map(published -> published.figure(column));
            if (figure.isEmpty() && table == PublishedTable.REFERRAL_SOURCES && column.equals(AGENCY)) {
                figure = agencyShare(municipality);
            }
            known.add(figure.orElse(null));
        }
        return new Target(table, table.columns(), cells(table, known), from(table, row.isPresent(), known));
    }

    /** The men and women as percentages; of the others' average where the municipality has no row. */
    Target sexes(String municipality) {
        var columns = List.of("men", "women");
        var row = tables.row(PublishedTable.PARTICIPANTS_BY_SEX, municipality, year)
                .filter(this::hasBothSexes);
        var rows = row.isPresent() ? List.of(row.get()) : averaged(PublishedTable.PARTICIPANTS_BY_SEX);
        double men = rows.stream().mapToDouble(this::percentMen).average().orElse(50);
        var cells = List.of(WholePeople.Cell.free(men), WholePeople.Cell.free(100 - men));
        return new Target(
                PublishedTable.PARTICIPANTS_BY_SEX,
                columns,
                cells,
                row.isPresent() ? "published" : "average of the others");
    }

    private List<WholePeople.Cell> cells(PublishedTable table, List<@Nullable Integer> known) {
        double left = Math.max(
                0,
                100
                        - known.stream()
                                .filter(Objects::nonNull)
                                .mapToInt(Integer::intValue)
                                .sum());
        var averages =
                table.columns().stream().map(column -> average(table, column)).toList();
        double ofUnknown = 0;
        for (int i = 0; i < known.size(); i++) {
            ofUnknown += known.get(i) == null ? averages.get(i) : 0;
        }
        var cells = new ArrayList<WholePeople.Cell>();
        for (int i = 0; i < known.size(); i++) {
            var published = known.get(i);
            cells.add(
                    published != null
                            ? WholePeople.Cell.published(published)
                            : WholePeople.Cell.free(ofUnknown == 0 ? left : averages.get(i) * left / ofUnknown));
        }
        return cells;
    }

    private static String from(PublishedTable table, boolean hasRow, List<@Nullable Integer> known) {
        if (hasRow) {
            return known.contains(null) ? "published, what is missing by the average of the others" : "published";
        }
        return table == PublishedTable.REFERRAL_SOURCES && known.getFirst() != null
                ? "the agency's share of referrals by year, the rest by the average of the others"
                : "average of the others";
    }

    private Optional<Integer> agencyShare(String municipality) {
        return tables.row(PublishedTable.AGENCY_REFERRAL_SHARE, municipality, year)
                .map(row -> row.figure("share_percent"));
    }

    private double average(PublishedTable table, String column) {
        return averaged(table).stream()
                .map(row -> row.figure(column))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElse(0);
    }

    /** The rows of the year, else of the nearest year that has any, else of the tables that ship with the product. */
    private List<PublishedRow> averaged(PublishedTable table) {
        var rows = tables.rows(table).isEmpty() ? TableFolder.shipped().rows(table) : tables.rows(table);
        var usable = table == PublishedTable.PARTICIPANTS_BY_SEX
                ? rows.stream().filter(this::hasBothSexes).toList()
                : rows;
        int nearest = usable.stream()
                .map(PublishedRow::year)
                .min(Comparator.comparing((Integer other) -> Math.abs(other - year))
                        .thenComparing(other -> other))
                .orElse(year);
        return usable.stream().filter(row -> row.year() == nearest).toList();
    }

    private boolean hasBothSexes(PublishedRow row) {
        return row.figures().keySet().containsAll(List.of("men", "women")) && sum(row.figures()) > 0;
    }

    private double percentMen(PublishedRow row) {
        return 100.0 * row.figures().getOrDefault("men", 0) / sum(row.figures());
    }

    private static int sum(Map<String, Integer> figures) {
        return figures.getOrDefault("men", 0) + figures.getOrDefault("women", 0);
    }
}
