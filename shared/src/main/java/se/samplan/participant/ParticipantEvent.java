package se.samplan.participant;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.casework.Sex;
import se.samplan.event.StoredEvent;

/** What can have happened to a person's entry in the register. */
public sealed interface ParticipantEvent extends StoredEvent {

    LaneId lane();

    Instant effectiveAt();

    /**
     * A person whom nobody had registered before.
     *
     * @param caseId the id of the person's one case, which the first command that needs it will open
     * @param birthYear the calendar year
     */
    @Revision("1")
    record ParticipantRegistered(
            ParticipantId participantId,
            CaseId caseId,
            LaneId lane,
            NumberKind numberKind,
            Sex sex,
            int birthYear,
            Instant effectiveAt)
            implements ParticipantEvent {}

    /** A person already in the register was registered by one more lane, or again by the same. */
    @Revision("1")
    record ParticipantRecognised(LaneId lane, Instant effectiveAt) implements ParticipantEvent {}

    /**
     * Somebody wants the protection changed; it takes effect once a second person of the same lane wants the same.
     *
     * @param protection what is to apply; {@link Protection#NONE} to lift it
     */
    @Revision("1")
    record ProtectionProposed(LaneId lane, Protection protection, Instant effectiveAt) implements ParticipantEvent {}

    /** Two people have found that the person's identity is not protected any more. */
    @Revision("1")
    record ProtectedIdentityLifted(LaneId lane, Instant effectiveAt) implements ParticipantEvent {}

    /** The person's identity is protected from now on; never {@link Protection#NONE}. */
    @Revision("1")
    record ProtectedIdentityMarked(LaneId lane, Protection protection, Instant effectiveAt)
            implements ParticipantEvent {}
}
