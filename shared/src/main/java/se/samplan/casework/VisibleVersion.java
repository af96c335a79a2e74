package se.samplan.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many events of a case there are for each audience, so that a reader's version of the case moves with what that
 * reader may know, and with nothing else. The opening of a case counts for nobody: it would tell who was there first.
 */
public final class VisibleVersion {

    private VisibleVersion() {}

    /** The version of the case that a reader sees; to be hashed under a key before it is shown. */
    public static String version(Map<Audience, Long> counted, LaneId reader, Collection<Ground> grounds, Instant now) {
        var visible = new TreeMap<String, Long>();
        counted.forEach((audience, count) -> {
            if (audience.includes(reader, grounds, now)) {
                var laneKind = audience.kind() + "|" + new TreeSet<>(audience.subjects());
                visible.merge(laneKind, count, Long::sum);
            }
        });
        return reader + "|" + visible;
    }
}
