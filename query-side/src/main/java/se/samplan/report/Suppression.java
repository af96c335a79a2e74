package se.samplan.report;

import java.util.Set;
import java.util.TreeSet;

/**
 * The columns suppressed for outsiders: small counts, and those from which small counts could be derived with the
 * total, which other tables of the same people reveal.
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
            hidden.addAll(shown); // all columns may be small and equal, with nothing to hide them behind
        } else if (hidden.size() == 1) {
            // Two different counts could be swapped; a single value, in however many columns, would be revealed.
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
