package se.samplan.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A year's counts in each column of a table. */
record Counts(Map<String, Integer> byColumn) {

    Counts {
        byColumn = Collections.unmodifiableMap(byColumn);
    }

    /**
     * Counts the cases.
     *
     * @param cases each case's rows in the lane
     */
    static Counts of(Table table, List<List<FigureRow>> cases, int year) {
        var counts = new LinkedHashMap<String, Integer>();
        table.columns().forEach(column -> counts.put(column, 0));
        cases.forEach(rows -> table.countsIn(rows, year).forEach(column -> counts.merge(column, 1, Integer::sum)));
        return new Counts(counts);
    }

    int total() {
        return byColumn.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whole percent of the total, half up. */
    int percent(int count) {
        var total = total();
        return (200 * count + total) / (2 * total);
    }
}
