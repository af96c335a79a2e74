package se.samplan.clearance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.plan.ActivityId;
import se.samplan.staff.Role;

/** Ask for the agency's go-ahead for an activity. */
@AllowedTo(Role.MUNICIPAL_CASEWORKER)
record RequestClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        ActivityId activityId,
        @Nullable Sealed message,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
