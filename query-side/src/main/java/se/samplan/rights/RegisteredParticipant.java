package se.samplan.rights;

import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Sex;

/** A participant from the register, for readers who may know of the person. */
public record RegisteredParticipant(ParticipantId participantId, CaseId caseId, Sex sex) {}
