package se.samplan.collision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.samplan.casework.Audience;
import se.samplan.casework.EntryKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.plan.ActivityId;
import se.samplan.text.Texts;

/** A collision that was found, and what became of it. */
record Collision(CollisionFound found, CollisionState state) {

    Collision in(CollisionState next) {
        return new Collision(found, next);
    }

    boolean isUnsettled() {
        return state != CollisionState.RESOLVED;
    }

    boolean concerns(ActivityId activity) {
        return found.activity().equals(activity) || found.other().equals(activity);
    }

    boolean isOverfullWeekOf(LaneId lane) {
        return isUnsettled()
                && found.kind() == CollisionKind.OVERFULL_WEEK
                && (found.lane().equals(lane) || found.with().equals(lane));
    }

    boolean isSameAs(DetectedCollision detected) {
        return found.kind() == detected.kind()
                && concerns(detected.activity().id())
                && concerns(detected.other().id());
    }

    /** Whether it is the same and, once accepted, no more than what was accepted. */
    boolean covers(DetectedCollision detected) {
        return isSameAs(detected) && (state != CollisionState.ACCEPTED || !detected.exceeds(found));
    }

    Audience audience() {
        return Audience.of(found);
    }

    OpenEntry openEntry() {
        return new OpenEntry(found.entry(), EntryKind.COLLISION, found.lane(), audience());
    }

    /**
     * Resolved when it was found at the earliest: a clearance or a correction entered later may take effect before
     * that.
     */
    CollisionResolved resolved(Resolution resolution, Instant at) {
        var effectiveAt = at.isBefore(found.effectiveAt()) ? found.effectiveAt() : at;
        return new CollisionResolved(found.collisionId(), found.lane(), found.with(), resolution, effectiveAt);
    }

    /** As the answer to a command shows it. */
    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("collisionId", found.collisionId());
        shown.put("kind", Texts.of(found.kind()));
        shown.put("state", state);
        shown.put("owner", found.lane());
        shown.put("activityId", found.activity());
        shown.put("otherActivityId", found.other());
        shown.put("from", found.from());
        shown.put("to", found.to());
        return shown;
    }
}
