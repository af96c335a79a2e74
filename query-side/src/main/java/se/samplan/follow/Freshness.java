package se.samplan.follow;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Instant;
import se.samplan.store.EventReader;
import se.samplan.store.TransientFailure;

/** The time up to which the views are complete: read from the event store, or the last value while it is down. */
public final class Freshness {

    private final EventReader events;
    private final Clock clock;
    private volatile Instant last = Instant.EPOCH;

    public Freshness(EventReader events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** In whole seconds; the last value read if the event store does not answer. */
    public Instant at(ViewProcessor processor) {
        var now = clock.instant();
        try {
            var open = now.minus(events.oldestAppend());
            var missing = events.firstAfter(processor.reached()).orElse(now);
            last = (missing.isBefore(open) ? missing : open).truncatedTo(SECONDS);
        } catch (RuntimeException e) {
            if (!TransientFailure.explains(e)) {
                throw e;
            }
        }
        return last;
    }
}
