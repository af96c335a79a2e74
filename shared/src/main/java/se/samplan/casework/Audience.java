package se.samplan.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Who may know a fact: the lane it belongs to, the lanes it is addressed to, and every lane for which grounds in force
 * lift the secrecy of all the lanes it is about.
 */
public record Audience(Set<LaneId> subjects, Set<LaneId> addressees, InformationKind kind) {

    /** The audience of the entry that an event opens. */
    public static Audience of(CaseEvent opening) {
        return new Audience(opening.subjects(), opening.addressees(), opening.informationKind());
    }

    /**
     * The audience of what a lane adds to the entry: it is also about that lane, and is addressed to the entry's own
     * lanes.
     */
    public Audience extendedBy(LaneId lane) {
        var extendedAddressees = new HashSet<>(addressees);
        extendedAddressees.add(lane);
        if (subjects.contains(lane)) {
            return new Audience(subjects, extendedAddressees, kind);
        }
        extendedAddressees.addAll(subjects);
        var extendedSubjects = new HashSet<>(subjects);
        extendedSubjects.add(lane);
        return new Audience(extendedSubjects, extendedAddressees, kind);
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
