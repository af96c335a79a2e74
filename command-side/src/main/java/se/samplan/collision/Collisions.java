package se.samplan.collision;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.Capability;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Deadline;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.plan.ActivityId;
import se.samplan.refusal.Rejected;

/** The collisions of a case: computed from everything, shown to those alone who may know both activities (C9). */
public final class Collisions implements Capability {

    private final Map<CollisionId, Collision> collisions = new LinkedHashMap<>();
    private final Knowledge knowledge;

    public Collisions(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @CommandHandler
    void decide(AcceptCollision command, Clock clock) {
        var collision = collisions.get(command.collisionId());
        var reader = knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant());
        if (collision == null || !reader.includes(collision.audience())) {
            throw new Rejected(CollisionRefusal.UNKNOWN_COLLISION);
        }
        unless(collision.found().lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        unless(collision.state() == CollisionState.OPEN, CollisionRefusal.COLLISION_NOT_OPEN);
        var at = command.effectiveAt().notBefore(collision.found().effectiveAt());
        apply(new CollisionAccepted(
                command.collisionId(), command.lane(), collision.found().with(), command.reason(), at));
    }

    /** Resolves every collision of an activity that is gone. */
    public void resolveAllOf(ActivityId activity, Resolution resolution, Instant at) {
        unsettled(activity).forEach(collision -> apply(collision.resolved(resolution, at)));
    }

    /** The unresolved collisions of an activity; a copy, so that callers may resolve them while iterating. */
    Stream<Collision> unsettled(ActivityId activity) {
        return unsettled().filter(collision -> collision.concerns(activity));
    }

    Stream<Collision> unsettled() {
        return List.copyOf(collisions.values()).stream().filter(Collision::isUnsettled);
    }

    /** A collision is nobody's mistake; only the activities it is about are corrected. */
    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        return false;
    }

    @Override
    public Stream<OpenEntry> open() {
        return collisions.values().stream()
                .filter(collision -> collision.state() == CollisionState.OPEN)
                .map(Collision::openEntry);
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    /** The collisions of an activity, open or accepted, as far as the reader may know of them. */
    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        var activity = new ActivityId(entry);
        var found = collisions.values().stream()
                .filter(collision -> collision.concerns(activity) && reader.includes(collision.audience()))
                .filter(Collision::isUnsettled)
                .map(Collision::shown)
                .toList();
        return found.isEmpty() ? Map.of() : Map.of("collisions", found);
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
        collisions.computeIfPresent(event.collisionId(), (id, collision) -> collision.in(state));
    }
}
