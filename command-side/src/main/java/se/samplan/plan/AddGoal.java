package se.samplan.plan;

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

/** Add a goal to a plan. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record AddGoal(
        CaseId caseId,
        LaneId lane,
        PlanId planId,
        GoalId goalId,
        GoalKind kind,
        @Nullable Integer capacityPercent,
        @Nullable LocalDate by,
        @Nullable Sealed description,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return goalId.value();
    }
}
