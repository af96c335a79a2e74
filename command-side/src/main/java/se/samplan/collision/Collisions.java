package se.samplan.collision;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.EntryKind;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.clearance.ClearanceGrants;
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.plan.Activity;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;
import se.samplan.policy.Policy;
import se.samplan.policy.PolicyKind;
import se.samplan.refusal.Rejected;

/** The collisions of a case: computed from everything, shown to those alone who may know both activities (C9). */
public class Collisions {

    private record Collision(CollisionFound found, CollisionState state) {

        boolean concerns(ActivityId activity) {
            return found.activity().equals(activity) || found.other().equals(activity);
        }

        boolean isOverfullWeekOf(LaneId lane) {
            return state != CollisionState.RESOLVED
                    && found.kind() == CollisionKind.OVERFULL_WEEK
                    && (found.lane().equals(lane) || found.with().equals(lane));
        }

        boolean isSameAs(CollisionDetector collisionDetector) {
            return found.kind() == collisionDetector.kind()
                    && concerns(collisionDetector.activity().id())
                    && concerns(collisionDetector.other().id());
        }
    }

    private final Map<CollisionId, Collision> collisions = new LinkedHashMap<>();
    private final Knowledge knowledge;

    public Collisions(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @CommandHandler
    void decide(AcceptCollision command, Clock clock) {
        var collision = collisions.get(command.collisionId());
        var known = knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant());
        if (collision == null || !known.includes(Audience.of(collision.found))) {
            throw new Rejected(CollisionRefusal.UNKNOWN_COLLISION);
        }
        unless(collision.found.lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        unless(collision.state == CollisionState.OPEN, CollisionRefusal.COLLISION_NOT_OPEN);
        when(command.effectiveAt().isBefore(collision.found.effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
        apply(new CollisionAccepted(
                command.collisionId(),
                command.lane(),
                collision.found.with(),
                command.reason(),
                command.effectiveAt()));
    }

    /** Finds what collides with an activity as it stands now, and settles what no longer does. */
    public void recheck(
            Activity changed, Collection<Activity> all, ClearanceGrants clearances, Policies policies, Instant at) {
        var goingOn = all.stream().filter(each -> !each.hasEndedBy(at)).toList();
        var findings = goingOn.stream()
                .filter(other -> !other.id().equals(changed.id()))
                .flatMap(other ->
                        CollisionDetector.between(changed, other, goingOn, beside(changed, other, policies, at)))
                .filter(collisionDetector -> !collisionDetector.isLiftedBy(clearances, at))
                .toList();
        unsettled(changed.id())
                .filter(collision -> findings.stream().noneMatch(collision::isSameAs))
                .forEach(collision -> resolve(collision, resolutionOf(collision, changed, clearances, at), at));
        findings.stream()
                .filter(collisionDetector ->
                        unsettled(changed.id()).noneMatch(collision -> collision.isSameAs(collisionDetector)))
                .forEach(collisionDetector -> apply(
                        collisionDetector.found(CollisionId.random(), at),
                        beside(collisionDetector.activity(), collisionDetector.other(), policies, at)
                                .used()));
        settleWhatHasEnded(changed.id(), findings);
    }

    /**
     * Finds anew what clearance lifted, from the moment on at which it ran out; nothing of what is found already, or is
     * over by then.
     */
    public void findUncleared(
            Activity uncleared,
            Collection<Activity> open,
            ClearanceGrants clearances,
            Policies policies,
            Instant since) {
        var day = SwedishDays.of(since);
        open.stream()
                .filter(other -> !other.id().equals(uncleared.id()))
                .flatMap(other ->
                        CollisionDetector.liftable(uncleared, other, beside(uncleared, other, policies, since)))
                .filter(collisionDetector ->
                        collisionDetector.goesOnAt(day) && !collisionDetector.isLiftedBy(clearances, since))
                .filter(collisionDetector ->
                        unsettled(uncleared.id()).noneMatch(collision -> collision.isSameAs(collisionDetector)))
                .forEach(collisionDetector -> apply(
                        collisionDetector.found(CollisionId.random(), since),
                        beside(uncleared, collisionDetector.other(), policies, since)
                                .used()));
    }

    /** Entered late: what an end that is recorded already has settled since. */
    private void settleWhatHasEnded(ActivityId changed, List<CollisionDetector> findings) {
        findings.forEach(collisionDetector -> {
            var endedAt = collisionDetector.other().endedAt();
            if (endedAt != null) {
                unsettled(changed)
                        .filter(collision -> collision.isSameAs(collisionDetector))
                        .forEach(collision -> resolve(collision, Resolution.ACTIVITY_ENDED, endedAt));
            }
        });
    }

    /** Settles the overfull weeks of a lane that are so no longer, now that one of its activities has changed. */
    public void settleOverfull(
            LaneId lane, Collection<Activity> open, Policies policies, Resolution resolution, Instant at) {
        List.copyOf(collisions.values()).stream()
                .filter(collision ->
                        collision.isOverfullWeekOf(lane) && !isStillOverfull(collision, open, policies, at))
                .forEach(collision -> resolve(collision, resolution, at));
    }

    private static boolean isStillOverfull(
            Collision collision, Collection<Activity> open, Policies policies, Instant at) {
        var both = open.stream().filter(each -> collision.concerns(each.id())).toList();
        return both.size() == 2
                && CollisionDetector.overfull(
                                both.getFirst(),
                                both.getLast(),
                                open,
                                beside(both.getFirst(), both.getLast(), policies, at))
                        .findAny()
                        .isPresent();
    }

    /** Settles every collision of an activity that is no longer there. */
    public void resolveAllOf(ActivityId activity, Resolution resolution, Instant at) {
        unsettled(activity).forEach(collision -> resolve(collision, resolution, at));
    }

    /** Whether an activity may start beside another only with clearance: the agency needs nobody's for its own. */
    public static boolean needsClearance(Activity activity, Activity other, Policies policies, Instant at) {
        return !activity.isAgencyMeasure()
                && CollisionDetector.liftable(activity, other, beside(activity, other, policies, at))
                        .findAny()
                        .isPresent();
    }

    public static boolean isStrict(Activity activity, Policies policies, Instant at) {
        return policies.inForce(
                        PolicyKind.BESIDE_AGENCY_MEASURE, activity.owner().organisation(), SwedishDays.of(at))
                .isSet("strictClearance");
    }

    /** The unsettled or accepted collisions of an activity that may be known. */
    public List<Map<String, Object>> of(ActivityId activity, KnowledgeAt known) {
        return collisions.values().stream()
                .filter(collision -> collision.concerns(activity) && known.includes(Audience.of(collision.found)))
                .filter(collision -> collision.state != CollisionState.RESOLVED)
                .map(collision -> CollisionShown.of(collision.found, collision.state))
                .toList();
    }

    public Stream<OpenEntry> open() {
        return collisions.values().stream()
                .filter(collision -> collision.state == CollisionState.OPEN)
                .map(collision -> new OpenEntry(
                        collision.found.entry(),
                        EntryKind.COLLISION,
                        collision.found.lane(),
                        Audience.of(collision.found)));
    }

    @EventSourcingHandler
    void evolve(CollisionEvent event) {
        switch (event) {
            case CollisionFound e -> collisions.put(e.collisionId(), new Collision(e, CollisionState.OPEN));
            case CollisionAccepted e -> settle(e, CollisionState.ACCEPTED);
            case CollisionResolved e -> settle(e, CollisionState.RESOLVED);
        }
    }

    private void settle(CollisionEvent event, CollisionState state) {
        collisions.computeIfPresent(event.collisionId(), (id, collision) -> new Collision(collision.found, state));
    }

    private Stream<Collision> unsettled(ActivityId activity) {
        return List.copyOf(collisions.values()).stream()
                .filter(collision -> collision.state != CollisionState.RESOLVED && collision.concerns(activity));
    }

    private static void resolve(Collision collision, Resolution resolution, Instant at) {
        var found = collision.found;
        // A clearance or a correction may take effect before the collision was found in the order of entry.
        var effectiveAt = at.isBefore(found.effectiveAt()) ? found.effectiveAt() : at;
        apply(new CollisionResolved(found.collisionId(), found.lane(), found.with(), resolution, effectiveAt));
    }

    private static Resolution resolutionOf(
            Collision collision, Activity changed, ClearanceGrants clearances, Instant at) {
        return CollisionDetector.isLiftable(collision.found.kind()) && clearances.isGiven(changed.id(), at)
                ? Resolution.CLEARANCE_GRANTED
                : Resolution.ACTIVITY_MOVED;
    }

    private static Policy beside(Activity one, Activity other, Policies policies, Instant at) {
        var municipal = one.isAgencyMeasure() ? other : one;
        return policies.inForce(
                PolicyKind.BESIDE_AGENCY_MEASURE, municipal.owner().organisation(), SwedishDays.of(at));
    }
}
