package se.samplan.client.caseload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one table says of one municipality in one year; a figure that was not published is absent. */
record PublishedRow(String municipality, int year, Map<String, Integer> figures) {

    @Nullable
    Integer figure(String column) {
        return figures.get(column);
    }

    boolean isEmpty() {
        return figures.isEmpty();
    }
}
