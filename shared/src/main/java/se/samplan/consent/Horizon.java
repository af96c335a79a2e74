package se.samplan.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.samplan.coordination.LaneId;

/**
 * The last place in a case's stream for each audience that there is in it, so that a reader's version of the case moves
 * with what that reader may know, and with nothing else.
 */
public final class Horizon {

    private Horizon() {}

    /** The version of the case that a reader sees; to be hashed under a key before it is shown. */
    public static String version(Map<Audience, Long> lastOf, LaneId reader, Collection<Ground> grounds, Instant now) {
        var visible = new TreeMap<String, Long>();
        lastOf.forEach((audience, last) -> {
            if (audience.includes(reader, grounds, now)) {
                var laneKind = audience.kind() + "|" + new TreeSet<>(audience.tellsOf());
                visible.merge(laneKind, last, Math::max);
            }
        });
        return reader + "|" + visible;
    }
}
