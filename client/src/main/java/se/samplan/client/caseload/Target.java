package se.samplan.client.caseload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The percentages that the plan is to meet for one municipality and table.
 *
 * @param from where they come from, in words
 */
record Target(PublishedTable table, List<String> columns, List<WholePeople.Cell> cells, String from) {

    /** Whole people near the aim, and the published cells that they miss. */
    Fitted fit(Tables.Municipality municipality, int year, int total) {
        var counts = WholePeople.counts(cells, total);
        var byColumn = new LinkedHashMap<String, Integer>();
        var missed = new ArrayList<UnreachableCell>();
        for (int i = 0; i < counts.length; i++) {
            byColumn.put(columns.get(i), counts[i]);
            var published = cells.get(i).published();
            if (published != null && !cells.get(i).isMetBy(counts[i], total)) {
                missed.add(new UnreachableCell(
                        table.file(),
                        municipality.code(),
                        municipality.name(),
                        year,
                        columns.get(i),
                        published,
                        Rounding.percent(counts[i], total)));
            }
        }
        return new Fitted(table, from, total, byColumn, List.copyOf(missed));
    }

    /** Whole people per column of one municipality's row. */
    record Fitted(
            PublishedTable table,
            String from,
            int total,
            SequencedMap<String, Integer> counts,
            List<UnreachableCell> missed) {

        int count(String column) {
            return counts.getOrDefault(column, 0);
        }

        /** What the report must print: whole percent, half up. */
        SequencedMap<String, Integer> percentages() {
            var percentages = new LinkedHashMap<String, Integer>();
            counts.forEach((column, count) -> percentages.put(column, Rounding.percent(count, total)));
            return percentages;
        }

        /** Each column's name as often as it has people. */
        List<String> each() {
            var each = new ArrayList<String>();
            counts.forEach((column, count) -> {
                for (int i = 0; i < count; i++) {
                    each.add(column);
                }
            });
            return each;
        }
    }
}
