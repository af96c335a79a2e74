package se.samplan.subsidy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

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
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
