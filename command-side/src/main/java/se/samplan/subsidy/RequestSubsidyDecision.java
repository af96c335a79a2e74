package se.samplan.subsidy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Ask the agency for a wage subsidy while an employer is willing. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record RequestSubsidyDecision(
        CaseId caseId,
        LaneId lane,
        SubsidyRequestId subsidyRequestId,
        Scheme scheme,
        EmployerId employer,
        @Nullable Sealed position,
        int extentPercent,
        LocalDate wantedStart,
        LocalDate windowClosesOn,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
