package se.samplan.collision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import se.samplan.plan.Activity;
import se.samplan.plan.ActivityKind;
import se.samplan.policy.Policy;

/** The rules by which two activities of different owners collide. */
final class CollisionDetector {

    private static final List<ActivityKind> CONVERSATIONS = List.of(ActivityKind.MAPPING, ActivityKind.COACHING);

    private CollisionDetector() {}

    /** What collides between two activities, by the policy of the municipality concerned. */
    static Stream<DetectedCollision> between(
            Activity changed, Activity other, Collection<Activity> all, Policy beside) {
        if (changed.owner().equals(other.owner()) || !changed.overlaps(other)) {
            return Stream.of();
        }
        var doubled = changed.planned().kind() == other.planned().kind()
                ? Stream.of(new DetectedCollision(CollisionKind.DOUBLE_WORK, changed, other, null))
                : Stream.<DetectedCollision>of();
        return Stream.of(doubled, liftable(changed, other, beside), overfull(changed, other, all, beside))
                .flatMap(found -> found);
    }

    /** What the agency's clearance can lift: a municipal activity beside its measure. */
    static Stream<DetectedCollision> liftable(Activity one, Activity other, Policy beside) {
        if (one.isAgencyMeasure() == other.isAgencyMeasure() || !one.overlaps(other)) {
            return Stream.of();
        }
        var municipal = one.isAgencyMeasure() ? other : one;
        var measure = one.isAgencyMeasure() ? one : other;
        if (municipal.owner().organisation().equals(measure.planned().runBy())
                || Objects.equals(municipal.planned().runBy(), measure.owner().organisation())) {
            return Stream.of(); // run on the agency's behalf
        }
        if (municipal.planned().atWorkplace()) {
            return Stream.of(new DetectedCollision(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE, one, other, null));
        }
        return isAllowed(municipal.planned().kind(), beside)
                ? Stream.of()
                : Stream.of(new DetectedCollision(CollisionKind.NOT_COMPLEMENTARY, one, other, null));
    }

    private static boolean isAllowed(ActivityKind kind, Policy beside) {
        return switch (beside.value("allowed")) {
            case "COMPLEMENTARY" ->
                List.of(beside.value("complementaryKinds").split(",")).contains(kind.name());
            case "CONVERSATIONS" -> CONVERSATIONS.contains(kind);
            default -> false;
        };
    }

    /**
     * Sums the hours of both owners in the fullest week of the overlap; such a week begins on a day when some activity
     * does.
     */
    static Stream<DetectedCollision> overfull(
            Activity changed, Activity other, Collection<Activity> all, Policy beside) {
        var hours = Stream.concat(Stream.of(changed, other), all.stream())
                .map(Activity::from)
                .filter(day -> isGoingOn(changed, day) && isGoingOn(other, day))
                .distinct()
                .map(day -> hoursOn(day, changed, other, all))
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return hours.compareTo(new BigDecimal(beside.value("weekHours"))) > 0
                ? Stream.of(new DetectedCollision(CollisionKind.OVERFULL_WEEK, changed, other, hours))
                : Stream.of();
    }

    private static BigDecimal hoursOn(LocalDate day, Activity changed, Activity other, Collection<Activity> all) {
        return all.stream()
                .filter(each -> isOfSame(each, changed) || isOfSame(each, other))
                .filter(each -> isGoingOn(each, day))
                .map(Activity::hoursPerWeek)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Whether one lane entered both for the same owner: what another lane entered for that owner may duplicate them.
     */
    private static boolean isOfSame(Activity one, Activity other) {
        return one.owner().equals(other.owner()) && one.lane().equals(other.lane());
    }

    private static boolean isGoingOn(Activity activity, LocalDate day) {
        var to = activity.to();
        return !day.isBefore(activity.from()) && (to == null || !day.isAfter(to));
    }
}
