package se.samplan.clearance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/**
 * A request for clearance.
 *
 * @param activityId null if the reader may not know the activity
 * @param overdue whether its deadline has passed without an answer, by the clock
 */
public record ClearanceShown(
        UUID clearanceId,
        LaneId by,
        LaneId to,
        @Nullable UUID activityId,
        Coded state,
        LocalDate requestedOn,
        LocalDate respondBy,
        boolean overdue,
        @Nullable LocalDate answeredOn,
        boolean answeredLate,
        List<Coded> conditions,
        @Nullable LocalDate until,
        @Nullable Coded denialReason,
        @Nullable String message) {}
