package se.samplan.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

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
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return goalId.value();
    }
}
