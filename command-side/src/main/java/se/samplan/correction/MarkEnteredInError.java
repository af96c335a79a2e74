package se.samplan.correction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Mark one of the lane's own entries as an error. */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record MarkEnteredInError(
        CaseId caseId,
        LaneId lane,
        UUID entry,
        ErrorReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt) implements CaseCommand {}
