package se.samplan.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;

/** Move an activity, or change its hours. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record RescheduleActivity(
        CaseId caseId,
        LaneId lane,
        ActivityId activityId,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal hoursPerWeek,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return activityId.value();
    }
}
