package se.samplan.participant;

import java.util.UUID;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/**
 * Register a person, known or not.
 *
 * @param offeredId the id that the person gets if nobody has registered the number
 * @param offeredCase the id that the person's case gets then
 */
@AllowedTo({
    Role.SOCIAL_WORKER,
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record RegisterParticipant(
        ParticipantId offeredId, CaseId offeredCase, LaneId lane, IdentityNumber number, EffectiveAt effectiveAt)
        implements Command {

    @Override
    public UUID stream() {
        return offeredId.value();
    }

    @Override
    public Class<ParticipantEvent> family() {
        return ParticipantEvent.class;
    }

    @Override
    public boolean readsItsStream() {
        return false; // the number decides which
    }

    @Override
    public UUID entry() {
        return offeredId.value();
    }
}
