package se.samplan.subsidy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Role;
import se.samplan.staff.OwnAppointments;

/** Approve a wage subsidy, or propose to where a second person has to. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record ApproveSubsidy(
        CaseId caseId,
        LaneId lane,
        SubsidyRequestId subsidyRequestId,
        int levelPercent,
        LocalDate from,
        LocalDate to,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(OwnAppointments.of(origin));
    }

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
