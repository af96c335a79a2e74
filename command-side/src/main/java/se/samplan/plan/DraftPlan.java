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

/** Draft a plan for the lane. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record DraftPlan(
        CaseId caseId,
        LaneId lane,
        PlanId planId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Sealed summary,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return planId.value();
    }
}
