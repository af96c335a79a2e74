package se.samplan.report;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which columns are not shown to those outside: small counts, and what would let them be worked out. */
final class Suppression {

    private static final int SMALLEST_SHOWN = 5;

    private Suppression() {}

    static Set<String> of(Counts counts) {
        var hidden = new HashSet<String>();
        counts.byColumn().forEach((column, count) -> {
            if (count > 0 && count < SMALLEST_SHOWN) {
                hidden.add(column);
            }
        });
        if (hidden.size() == 1) {
            // The shares sum to 100, so a single one hidden would be the rest.
            counts.byColumn().entrySet().stream()
                    .filter(each -> each.getValue() > 0 && !hidden.contains(each.getKey()))
                    .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .ifPresentOrElse(
                            next -> hidden.add(next.getKey()),
                            () -> hidden.addAll(counts.byColumn().keySet()));
        }
        return hidden;
    }
}
