package se.samplan.subsidy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Take back a request for a wage subsidy. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record WithdrawSubsidyRequest(
        CaseId caseId,
        LaneId lane,
        SubsidyRequestId subsidyRequestId,
        @Nullable Sealed explanation,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
