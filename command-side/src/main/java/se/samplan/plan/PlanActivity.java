package se.samplan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;

/** Plan an activity, or record one that another party has planned. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record PlanActivity(
        CaseId caseId,
        LaneId lane,
        ActivityId activityId,
        LaneId owner,
        @Nullable PlanId planId,
        ActivityKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal hoursPerWeek,
        @Nullable BigDecimal otherCount,
        boolean atWorkplace,
        @Nullable OrganisationId runBy,
        Provenance provenance,
        @Nullable Sealed description,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return activityId.value();
    }
}
