package se.samplan.plan;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Record that the participant and the party agreed on a plan. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record AgreePlan(CaseId caseId, LaneId lane, PlanId planId, EffectiveAt effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return planId.value();
    }
}
