package se.samplan.collision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.plan.ActivityId;

/** What can have happened to a collision; it is known to those alone who may know both lanes' activities. */
public sealed interface CollisionEvent extends CaseEvent {

    CollisionId collisionId();

    /** The other lane. */
    LaneId with();

    @Override
    default UUID entry() {
        return collisionId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.ACTIVITIES;
    }

    @Override
    default Set<LaneId> subjects() {
        return lane().equals(with()) ? Set.of(lane()) : Set.of(lane(), with());
    }

    /**
     * Two lanes' activities collide. It was computed from everything; who may know it is another matter.
     *
     * @param lane the owner: the lane whose entry made it
     * @param activity the owner's activity
     * @param other the other lane's activity
     * @param from the first day of the overlap
     * @param to its last day; absent if open
     * @param hoursPerWeek what both take together, where the kind is about hours
     */
    @Revision("1")
    record CollisionFound(
            CollisionId collisionId,
            LaneId lane,
            LaneId with,
            CollisionKind kind,
            ActivityId activity,
            ActivityId other,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal hoursPerWeek,
            Instant effectiveAt)
            implements CollisionEvent {}

    /** The owner proceeds despite it, with a reason. */
    @Revision("1")
    record CollisionAccepted(CollisionId collisionId, LaneId lane, LaneId with, Sealed reason, Instant effectiveAt)
            implements CollisionEvent {

        public static final SealedText<CollisionAccepted> REASON = new SealedText<>(
                CollisionAccepted.class, "reason", CollisionAccepted::reason, DocumentClass.CASE_NOTES);
    }

    /** A collision went away. */
    @Revision("1")
    record CollisionResolved(
            CollisionId collisionId, LaneId lane, LaneId with, Resolution resolution, Instant effectiveAt)
            implements CollisionEvent {}
}
