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
import se.samplan.plan.ActivityId;

/** Ask for the agency's go-ahead for an activity. */
@AllowedTo(Role.MUNICIPAL_CASEWORKER)
record RequestClearance(
        CaseId caseId,
        LaneId lane,
        ClearanceId clearanceId,
        ActivityId activityId,
        @Nullable Sealed message,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return clearanceId.value();
    }
}
