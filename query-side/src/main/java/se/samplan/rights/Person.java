package se.samplan.rights;

import se.samplan.coordination.CaseId;
import se.samplan.participant.ParticipantId;
import se.samplan.participant.Sex;

/** A participant as the register knows one, to those who may know of the person. */
public record Person(ParticipantId participantId, CaseId caseId, Sex sex) {}
