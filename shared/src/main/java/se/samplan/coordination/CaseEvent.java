package se.samplan.coordination;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What can have happened in a coordination case; each capability has its own sealed family. */
public interface CaseEvent {

    /** The lane that entered it, and whose fact it is. */
    LaneId lane();

    /** When it took effect in the world. */
    Instant effectiveAt();

    /** The entry that it opens or goes on with: a referral, an activity, a consent. */
    UUID entry();

    /** Lanes that are told of the entry by its very nature, as the one a referral is sent to; said by its first event. */
    default Set<LaneId> toldTo() {
        return Set.of();
    }

    /** Lanes whose facts the event tells of: whoever may not know them all may not know of it. */
    default Set<LaneId> tellsOf() {
        return Set.of(lane());
    }
}
