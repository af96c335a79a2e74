package se.samplan.collision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/** A collision, as far as its reader may know it. */
public record CollisionShown(
        UUID collisionId,
        Coded kind,
        Coded state,
        LaneId owner,
        LaneId with,
        UUID activityId,
        UUID otherActivityId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable Coded resolution) {}
