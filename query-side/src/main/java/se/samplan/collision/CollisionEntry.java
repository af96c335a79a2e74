package se.samplan.collision;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;

/** A collision, folded from its facts. */
@JsonTypeName("collision")
public record CollisionEntry(
        @Nullable CollisionFound found,
        @Nullable FactTime accepted,
        @Nullable LatestFact<Resolution> resolved) implements CaseEntry {

    public static final CollisionEntry NOTHING = new CollisionEntry(null, null, null);

    public CollisionEntry evolve(CollisionEvent event, FactTime when) {
        return switch (event) {
            case CollisionFound e -> new CollisionEntry(e, accepted, resolved);
            case CollisionAccepted e -> new CollisionEntry(found, FactTime.first(accepted, when), resolved);
            case CollisionResolved e ->
                new CollisionEntry(found, accepted, LatestFact.of(resolved, e.resolution(), when));
        };
    }

    /** A resolved collision can no longer be accepted, even if the resolution was recorded late. */
    public CollisionStanding standing() {
        if (resolved != null) {
            return CollisionStanding.RESOLVED;
        }
        return accepted != null ? CollisionStanding.ACCEPTED : CollisionStanding.OPEN;
    }
}
