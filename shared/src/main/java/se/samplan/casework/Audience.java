package se.samplan.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Who may know something: the lane whose fact it is, the lanes that were told of it by its very nature, and every lane
 * for which grounds in force lift the secrecy of all the lanes that it tells of.
 */
public record Audience(Set<LaneId> subjects, Set<LaneId> addressees, InformationKind kind) {

    /** The audience of the entry that an event opens. */
    public static Audience of(CaseEvent opening) {
        return new Audience(opening.subjects(), opening.addressees(), opening.informationKind());
    }

    /**
     * The audience of what a lane adds to the entry: it tells of that lane too, and those whose entry it is are told of
     * it.
     */
    public Audience extendedBy(LaneId lane) {
        var told = new HashSet<>(addressees);
        told.add(lane);
        if (subjects.contains(lane)) {
            return new Audience(subjects, told, kind);
        }
        told.addAll(subjects);
        var tells = new HashSet<>(subjects);
        tells.add(lane);
        return new Audience(tells, told, kind);
    }

    /** The same for information of another kind. */
    public Audience of(InformationKind other) {
        return new Audience(subjects, addressees, other);
    }

    /** Whether a lane may know it at that moment. */
    public boolean includes(LaneId reader, Collection<Ground> grounds, Instant at) {
        return addressees.contains(reader)
                || subjects.stream()
                        .allMatch(lane -> lane.equals(reader)
                                || grounds.stream().anyMatch(ground -> ground.lifts(lane, reader, kind, at)));
    }
}
