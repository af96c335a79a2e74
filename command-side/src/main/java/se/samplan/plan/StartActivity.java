package se.samplan.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.TakesReason;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Record that an activity began. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record StartActivity(
        CaseId caseId,
        LaneId lane,
        ActivityId activityId,
        @Nullable Sealed reason,
        EffectiveAt effectiveAt) implements TakesReason {

    @Override
    public UUID entry() {
        return activityId.value();
    }
}
