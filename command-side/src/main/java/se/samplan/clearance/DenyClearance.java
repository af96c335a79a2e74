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

/** Do not give the go-ahead for a municipal activity. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record DenyClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        DenialReason reason,
        @Nullable Sealed explanation,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
