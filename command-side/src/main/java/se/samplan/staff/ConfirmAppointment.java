package se.samplan.staff;

import java.util.List;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Reason;

/** Confirm an appointment that an operator proposed; another operator, or a manager of the organisation. */
@AllowedTo({Role.OPERATOR, Role.MUNICIPAL_MANAGER, Role.AGENCY_MANAGER})
record ConfirmAppointment(StaffId staffId, EffectiveAt effectiveAt) implements Command {

    @Override
    public UUID stream() {
        return staffId.value();
    }

    @Override
    public Class<StaffEvent> family() {
        return StaffEvent.class;
    }

    @Override
    public Reason whereUnknown() {
        return StaffRefusal.UNKNOWN_STAFF_MEMBER;
    }

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(OwnAppointments.of(origin));
    }

    @Override
    public UUID entry() {
        return staffId.value();
    }
}
