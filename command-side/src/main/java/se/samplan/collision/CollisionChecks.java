package se.samplan.collision;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.LaneId;
import se.samplan.clearance.ClearanceGrants;
import se.samplan.plan.Activity;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ScheduleChecks;
import se.samplan.policy.Policies;
import se.samplan.policy.Policy;
import se.samplan.policy.PolicyKind;

/** Detects collisions as activities and clearances change, and resolves those that no longer exist (C9). */
public final class CollisionChecks implements ScheduleChecks {

    private final Collisions collisions;
    private final ClearanceGrants clearances;

    public CollisionChecks(Collisions collisions, ClearanceGrants clearances) {
        this.collisions = collisions;
        this.clearances = clearances;
    }

    @Override
    public void recheck(Activity changed, List<Activity> all, Policies policies, Instant at) {
        var goingOn = all.stream().filter(each -> !each.hasEndedBy(at)).toList();
        var detected = goingOn.stream()
                .filter(other -> !other.id().equals(changed.id()))
                .flatMap(other ->
                        CollisionDetector.between(changed, other, goingOn, policy(changed, other, policies, at)))
                .filter(collision -> !collision.isLiftedBy(clearances, at))
                .toList();
        collisions
                .unsettled(changed.id())
                .filter(collision -> detected.stream().noneMatch(collision::covers))
                .forEach(collision -> apply(collision.resolved(resolutionOf(collision, changed, at), at)));
        detected.forEach(collision -> find(collision, policies, at));
        resolveWhatHasEnded(changed.id(), detected);
    }

    @Override
    public void moved(Activity moved, List<Activity> all, Policies policies, Instant at) {
        recheck(moved, all, policies, at);
        settleOverfull(
                moved.lane(), all.stream().filter(Activity::isOpen).toList(), policies, Resolution.ACTIVITY_MOVED, at);
    }

    @Override
    public void ended(Activity ended, List<Activity> open, Policies policies, Instant at) {
        collisions.resolveAllOf(ended.id(), Resolution.ACTIVITY_ENDED, at);
        settleOverfull(ended.lane(), open, policies, Resolution.ACTIVITY_ENDED, at);
    }

    /** Detects what clearances lifted on the condition that they end when this measure starts. */
    @Override
    public void started(Activity started, List<Activity> open, Policies policies, Instant at) {
        if (started.isAgencyMeasure()) {
            open.stream()
                    .filter(other -> clearances.isGiven(other, at))
                    .flatMap(other -> CollisionDetector.liftable(other, started, policy(other, started, policies, at)))
                    .filter(collision -> !collision.isLiftedBy(clearances, at))
                    .forEach(collision -> find(collision, policies, at));
        }
    }

    /** Detects again what the clearance lifted, except what is recorded already or over by then. */
    @Override
    public void clearanceExpired(Activity activity, List<Activity> open, Policies policies, Instant since) {
        var day = SwedishDays.of(since);
        open.stream()
                .filter(other -> !other.id().equals(activity.id()))
                .flatMap(other -> CollisionDetector.liftable(activity, other, policy(activity, other, policies, since)))
                .filter(collision -> collision.goesOnAt(day) && !collision.isLiftedBy(clearances, since))
                .forEach(collision -> find(collision, policies, since));
    }

    /** The agency needs nobody's clearance for its own measures. */
    @Override
    public boolean lacksClearance(Activity starting, List<Activity> others, Policies policies, Instant at) {
        return !starting.isAgencyMeasure()
                && others.stream()
                        .flatMap(other ->
                                CollisionDetector.liftable(starting, other, policy(starting, other, policies, at)))
                        .anyMatch(collision -> !collision.isLiftedBy(clearances, at));
    }

    @Override
    public boolean requiresClearance(Activity starting, Policies policies, Instant at) {
        return policies.inForce(
                        PolicyKind.BESIDE_AGENCY_MEASURE, starting.owner().organisation(), SwedishDays.of(at))
                .isSet("strictClearance");
    }

    /** Resolves the collisions of a lane whose weeks are no longer overfull, after one of its activities changed. */
    public void settleOverfull(
            LaneId lane, Collection<Activity> open, Policies policies, Resolution resolution, Instant at) {
        collisions
                .unsettled()
                .filter(collision ->
                        collision.isOverfullWeekOf(lane) && !isStillOverfull(collision, open, policies, at))
                .forEach(collision -> apply(collision.resolved(resolution, at)));
    }

    private static boolean isStillOverfull(
            Collision collision, Collection<Activity> open, Policies policies, Instant at) {
        var both = open.stream().filter(each -> collision.concerns(each.id())).toList();
        return both.size() == 2
                && CollisionDetector.overfull(
                                both.getFirst(),
                                both.getLast(),
                                open,
                                policy(both.getFirst(), both.getLast(), policies, at))
                        .findAny()
                        .isPresent();
    }

    private void find(DetectedCollision detected, Policies policies, Instant at) {
        if (collisions.unsettled(detected.activity().id()).noneMatch(collision -> collision.covers(detected))) {
            apply(
                    detected.found(CollisionId.random(), at),
                    policy(detected.activity(), detected.other(), policies, at).used());
        }
    }

    /** For late entries: resolves what an already recorded end has settled since. */
    private void resolveWhatHasEnded(ActivityId changed, List<DetectedCollision> detected) {
        detected.forEach(each -> {
            var endedAt = each.other().endedAt();
            if (endedAt != null) {
                collisions
                        .unsettled(changed)
                        .filter(collision -> collision.isSameAs(each))
                        .forEach(collision -> apply(collision.resolved(Resolution.ACTIVITY_ENDED, endedAt)));
            }
        });
    }

    private Resolution resolutionOf(Collision collision, Activity changed, Instant at) {
        return DetectedCollision.isLiftable(collision.found().kind()) && clearances.isGiven(changed, at)
                ? Resolution.CLEARANCE_GRANTED
                : Resolution.ACTIVITY_MOVED;
    }

    /** The policy of the municipality concerned. */
    private static Policy policy(Activity one, Activity other, Policies policies, Instant at) {
        var municipal = one.isAgencyMeasure() ? other : one;
        return policies.inForce(
                PolicyKind.BESIDE_AGENCY_MEASURE, municipal.owner().organisation(), SwedishDays.of(at));
    }
}
