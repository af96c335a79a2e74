package se.samplan.command;

import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;

/** A command about somebody in the register, which only a lane that has to do with the person may send. */
public interface ConcernsPerson {

    ParticipantId participantId();

    LaneId lane();
}
