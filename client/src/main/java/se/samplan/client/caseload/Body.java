package se.samplan.client.caseload;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of a command, its fields always in the same order, absent ones left out. */
final class Body {

    private final Map<String, Object> fields = new TreeMap<>();

    private Body() {}

    static Body of(String name, @Nullable Object value) {
        return new Body().and(name, value);
    }

    Body and(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    Map<String, Object> fields() {
        return fields;
    }
}
