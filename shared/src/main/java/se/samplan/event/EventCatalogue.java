package se.samplan.event;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import se.samplan.casework.CaseEvent;

/** Every event there is: the leaves of the sealed tree. What is not among them can be neither stored nor read. */
public final class EventCatalogue {

    private EventCatalogue() {}

    /** The events of coordination cases. */
    public static SequencedSet<Class<?>> ofCases() {
        return leaves(CaseEvent.class);
    }

    public static SequencedSet<Class<?>> all() {
        return leaves(StoredEvent.class);
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
