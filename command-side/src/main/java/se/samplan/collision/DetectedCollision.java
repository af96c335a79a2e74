package se.samplan.collision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.clearance.ClearanceGrants;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.plan.Activity;

/**
 * A collision of two activities as they stand now, recorded or not.
 *
 * @param activity the one that was changed
 * @param hoursPerWeek what the lanes take together, where the kind is about hours
 */
record DetectedCollision(
        CollisionKind kind,
        Activity activity,
        Activity other,
        @Nullable BigDecimal hoursPerWeek) {

    boolean isLiftedBy(ClearanceGrants clearances, Instant at) {
        return isLiftable(kind) && (clearances.isGiven(activity.id(), at) || clearances.isGiven(other.id(), at));
    }

    /** Whether a clearance resolves a collision of that kind. */
    static boolean isLiftable(CollisionKind kind) {
        return switch (kind) {
            case WORKPLACE_BESIDE_AGENCY_MEASURE, NOT_COMPLEMENTARY -> true;
            case DOUBLE_WORK, OVERFULL_WEEK -> false;
        };
    }

    /** Whether both still run on that day or later. */
    boolean goesOnAt(LocalDate day) {
        var last = earlier(activity.to(), other.to());
        return last == null || !last.isBefore(day);
    }

    CollisionFound found(CollisionId id, Instant at) {
        var planned = other.planned().effectiveAt();
        return new CollisionFound(
                id,
                activity.lane(),
                other.lane(),
                kind,
                activity.id(),
                other.id(),
                later(activity.from(), other.from()),
                earlier(activity.to(), other.to()),
                hoursPerWeek,
                at.isBefore(planned) ? planned : at);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null) {
            return other;
        }
        return other == null || one.isBefore(other) ? one : other;
    }
}
