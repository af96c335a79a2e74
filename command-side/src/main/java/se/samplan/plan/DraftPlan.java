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

/** Draft a plan for the lane. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record DraftPlan(
        CaseId caseId,
        LaneId lane,
        PlanId planId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Sealed summary,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return planId.value();
    }
}
