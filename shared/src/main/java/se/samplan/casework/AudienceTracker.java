package se.samplan.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who may know each event of one case, as its events come by: what goes on with an entry tells of it. */
public final class AudienceTracker {

    private final Map<UUID, Audience> ofEntries = new HashMap<>();

    /** Of a case whose events have not come by yet. */
    public AudienceTracker() {}

    /** The audience of the case's next event. */
    public Audience of(CaseEvent event) {
        var first = ofEntries.computeIfAbsent(event.entry(), entry -> Audience.of(event));
        var own = event.isOfKindOfItsEntry() ? first : first.of(event.informationKind());
        return event.subjects().size() == 1 ? own.extendedBy(event.lane()) : own;
    }
}
