package se.samplan.consent;

import java.time.Instant;
import java.util.Collection;
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

    /** Whether a lane may know it at that moment. */
    public boolean includes(LaneId reader, Collection<Ground> grounds, Instant at) {
        return toldTo.contains(reader)
                || tellsOf.stream()
                        .allMatch(lane -> lane.equals(reader)
                                || grounds.stream().anyMatch(ground -> ground.lifts(lane, reader, kind, at)));
    }
}
