package se.samplan.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reader's version of a case, from the number of events per audience: it changes with what that reader may know, and
 * with nothing else. The opening of a case is not counted: it would reveal who was there first.
 */
public final class VisibleVersion {

    private VisibleVersion() {}

    /** The version of the case that a reader sees; hash it under a key before showing it. */
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
