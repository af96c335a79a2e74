package se.samplan.clearance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Do not give the go-ahead for a municipal activity. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record DenyClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        DenialReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
