package se.samplan.client.caseload;

import java.util.Set;

/**
 * Events that no story of the caseload leads to. A capability may be merged before its story is written, if its
 * events are named here with the reason.
 */
public final class EventsWithoutAStory {

    /**
     * Simple names of events. In the statistics nobody's case is left to nobody and nobody's protection is lifted, and no
     * story needs an auditor.
     */
    public static final Set<String> NAMED = Set.of(
            "ResponsibilityEnded", "ProtectedIdentityLifted", "AppointmentProposed", "AppointmentEndingProposed");

    private EventsWithoutAStory() {}
}
