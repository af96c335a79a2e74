package se.samplan.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import se.samplan.coordination.CaseEvent;
import se.samplan.correction.EnteredInError;

/** Who may know each event of one case, as its events come by: what goes on with an entry tells of it. */
public final class Audiences {

    private final Map<UUID, Audience> ofEntries = new HashMap<>();

    /** The audience of the case's next event. */
    public Audience of(CaseEvent event) {
        var first = ofEntries.computeIfAbsent(event.entry(), entry -> Audience.of(event));
        var own = event instanceof EnteredInError ? first : first.of(InformationKinds.of(event));
        return event.tellsOf().size() == 1 ? own.ofWordFrom(event.lane()) : own;
    }
}
