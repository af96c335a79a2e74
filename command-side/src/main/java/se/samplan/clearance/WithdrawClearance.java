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

/** Take back a given clearance, or a request for one. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record WithdrawClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        @Nullable Sealed explanation,
        Instant effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
