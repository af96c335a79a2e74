package se.samplan.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.LaneId;

/**
 * Who may know something: the lane whose fact it is, the lanes that were told of it by its very nature, and every lane
 * for which grounds in force lift the secrecy of all the lanes that it tells of.
 */
public record Audience(Set<LaneId> tellsOf, Set<LaneId> toldTo, InformationKind kind) {

    /** The audience of the entry that an event opens. */
    public static Audience of(CaseEvent opening) {
        return new Audience(opening.tellsOf(), opening.toldTo(), InformationKinds.of(opening));
    }

    /**
     * The audience of what a lane adds to the entry: it tells of that lane too, and those whose entry it is are told of
     * it.
     */
    public Audience ofWordFrom(LaneId lane) {
        var told = new HashSet<>(toldTo);
        told.add(lane);
        if (tellsOf.contains(lane)) {
            return new Audience(tellsOf, told, kind);
        }
        told.addAll(tellsOf);
        var tells = new HashSet<>(tellsOf);
        tells.add(lane);
        return new Audience(tells, told, kind);
    }

    /** The same for information of another kind. */
    public Audience of(InformationKind other) {
        return new Audience(tellsOf, toldTo, other);
    }

    /** Whether a lane may know it at that moment. */
    public boolean includes(LaneId reader, Collection<Ground> grounds, Instant at) {
        return toldTo.contains(reader)
                || tellsOf.stream()
                        .allMatch(lane -> lane.equals(reader)
                                || grounds.stream().anyMatch(ground -> ground.lifts(lane, reader, kind, at)));
    }
}
