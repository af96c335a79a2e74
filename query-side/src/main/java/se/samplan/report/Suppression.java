package se.samplan.report;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which columns are not shown to those outside: small counts, and what would let them be worked out from the total,
 * which other tables of the same people tell.
 */
final class Suppression {

    private static final int SMALLEST_SHOWN = 5;

    private Suppression() {}

    static Set<String> of(Counts counts) {
        var shown = new TreeSet<>(counts.byColumn().values());
        var hidden = new TreeSet<>(shown);
        hidden.removeIf(count -> count == 0 || count >= SMALLEST_SHOWN);
        shown.removeAll(hidden);
        if (!hidden.isEmpty()
                && counts.total() <= (SMALLEST_SHOWN - 1) * counts.byColumn().size()) {
            hidden.addAll(shown); // all columns may be small and alike, with nothing to hide them behind
        } else if (hidden.size() == 1) {
            // Different counts may be the other way round; one alone, in however many columns, would be told.
            hidden.add(shown.getFirst());
        }
        var columns = new TreeSet<String>();
        counts.byColumn().forEach((column, count) -> {
            if (hidden.contains(count)) {
                columns.add(column);
            }
        });
        return columns;
    }
}
