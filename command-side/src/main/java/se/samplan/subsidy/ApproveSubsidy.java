package se.samplan.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.TakesSecondPerson;
import se.samplan.organisation.Role;

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
