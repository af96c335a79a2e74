package se.samplan.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.command.TakesSecondPerson;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;

/** Approve a wage subsidy, or propose to where a second person has to. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record ApproveSubsidy(
        CaseId caseId,
        LaneId lane,
        SubsidyRequestId subsidyRequestId,
        int levelPercent,
        LocalDate from,
        LocalDate to,
        Instant effectiveAt)
        implements CaseCommand, TakesSecondPerson {

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
