package se.samplan.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tracks who may know each event of one case, fed in order: an event that continues an entry inherits its audience. */
public final class AudienceTracker {

    private final Map<UUID, Audience> ofEntries = new HashMap<>();

    /** Starts before the first event of a case. */
    public AudienceTracker() {}

    /** The audience of the case's next event. */
    public Audience of(CaseEvent event) {
        var first = ofEntries.computeIfAbsent(event.entry(), entry -> Audience.of(event));
        var own = event.isOfKindOfItsEntry() ? first : first.of(event.informationKind());
        return event.subjects().size() == 1 ? own.extendedBy(event.lane()) : own;
    }
}
