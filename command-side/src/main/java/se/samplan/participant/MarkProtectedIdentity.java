package se.samplan.participant;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.ConcernsPerson;
import se.samplan.coordination.LaneId;
import se.samplan.http.AccessRefusal;
import se.samplan.refusal.Reason;
import se.samplan.staff.Role;

/** Protect a person's identity from now on. */
@AllowedTo({
    Role.SOCIAL_WORKER,
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record MarkProtectedIdentity(ParticipantId participantId, LaneId lane, Protection protection, Instant effectiveAt)
        implements Command, ConcernsPerson {

    @Override
    public UUID stream() {
        return participantId.value();
    }

    @Override
    public Reason whereUnknown() {
        return AccessRefusal.UNKNOWN_PARTICIPANT;
    }

    @Override
    public UUID entry() {
        return participantId.value();
    }
}
