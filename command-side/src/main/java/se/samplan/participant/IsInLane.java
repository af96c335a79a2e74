package se.samplan.participant;

import se.samplan.access.CaseAccess;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.command.Fact;

/** Whether the sender's lane is involved with the person that a command concerns. */
final class IsInLane {

    static final String KEY = "isInLane";

    private IsInLane() {}

    static Fact<Boolean> of(ParticipantId person, LaneId lane) {
        return Fact.exists(KEY, CaseAccess.inLane(person, lane));
    }
}
