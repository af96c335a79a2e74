package se.samplan.plan;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Record how far a goal was reached. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record AchieveGoal(CaseId caseId, LaneId lane, PlanId planId, GoalId goalId, GoalResult result, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return goalId.value();
    }
}
