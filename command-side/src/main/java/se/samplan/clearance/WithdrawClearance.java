package se.samplan.clearance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Take back a given clearance, or a request for one. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record WithdrawClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        @Nullable Sealed explanation,
        EffectiveAt effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
