package se.samplan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/**
 * An activity.
 *
 * @param startedWithoutClearance null if it has not started
 */
public record ActivityShown(
        UUID activityId,
        Coded kind,
        Coded state,
        LocalDate from,
        @Nullable LocalDate to,
        BigDecimal hoursPerWeek,
        @Nullable BigDecimal otherCount,
        boolean atWorkplace,
        @Nullable OrganisationShown runBy,
        Coded provenance,
        LaneId enteredBy,
        @Nullable UUID planId,
        @Nullable LocalDate startedOn,
        @Nullable Boolean startedWithoutClearance,
        @Nullable LocalDate endedOn,
        @Nullable Coded interruptionReason,
        @Nullable String description) {}
