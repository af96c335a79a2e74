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
        return isLiftable(kind)
                && (clearances.isGivenBeside(other, activity, at) || clearances.isGivenBeside(activity, other, at));
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
        var last = to();
        return last == null || !last.isBefore(day);
    }

    /** Whether it lasts longer, or takes more hours, than when it was found. */
    boolean exceeds(CollisionFound found) {
        var last = to();
        var hours = found.hoursPerWeek();
        return from().isBefore(found.from())
                || (found.to() != null && (last == null || last.isAfter(found.to())))
                || (hoursPerWeek != null && hours != null && hoursPerWeek.compareTo(hours) > 0);
    }

    private LocalDate from() {
        return later(activity.from(), other.from());
    }

    private @Nullable LocalDate to() {
        return earlier(activity.to(), other.to());
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
                from(),
                to(),
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
