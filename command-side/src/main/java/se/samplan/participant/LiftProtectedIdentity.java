package se.samplan.participant;

import java.util.List;
import java.util.UUID;
import se.samplan.access.AccessRefusal;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Role;
import se.samplan.refusal.Reason;
import se.samplan.staff.OwnAppointments;

/** Lift the protection of a person's identity; takes two people of one lane, who send the same. */
@AllowedTo({
    Role.SOCIAL_WORKER,
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record LiftProtectedIdentity(ParticipantId participantId, LaneId lane, EffectiveAt effectiveAt) implements Command {

    @Override
    public UUID stream() {
        return participantId.value();
    }

    @Override
    public Class<ParticipantEvent> family() {
        return ParticipantEvent.class;
    }

    @Override
    public Reason whereUnknown() {
        return AccessRefusal.UNKNOWN_PARTICIPANT;
    }

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(IsInLane.of(participantId, lane), OwnAppointments.of(origin));
    }

    @Override
    public UUID entry() {
        return participantId.value();
    }
}
