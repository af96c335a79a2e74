package se.samplan.plan;

import java.util.Map;

/** The warning to a caseworker who starts an activity alongside an agency measure without clearance [GR]. */
final class StartedWithoutClearance {

    static final Map<String, String> WARNING = Map.of(
            "code", "DEREGISTRATION_RISK",
            "sv", "Utan klartecken kan Arbetsförmedlingen avaktualisera personen.",
            "en", "Without clearance the agency may deregister the person.");

    private StartedWithoutClearance() {}
}
