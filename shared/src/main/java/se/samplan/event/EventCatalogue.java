package se.samplan.event;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** Every event type: the leaves of the sealed tree. No other type can be stored or read. */
public final class EventCatalogue {

    private EventCatalogue() {}

    public static SequencedSet<Class<?>> all() {
        return leaves(StoredEvent.class);
    }

    /** The events of one family, or of a family of families. */
    public static SequencedSet<Class<?>> of(Class<? extends StoredEvent> family) {
        return leaves(family);
    }

    private static SequencedSet<Class<?>> leaves(Class<?> family) {
        var leaves = new LinkedHashSet<Class<?>>();
        if (family.isSealed()) {
            for (var member : family.getPermittedSubclasses()) {
                leaves.addAll(leaves(member));
            }
        } else {
            leaves.add(family);
        }
        return leaves;
    }
}
