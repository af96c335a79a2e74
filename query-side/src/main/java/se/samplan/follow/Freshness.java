package se.samplan.follow;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Instant;
import se.samplan.store.EventReader;
import se.samplan.store.TransientFailure;

/** Up to when what is shown has all that was recorded: looked up while the events can be asked, and remembered else. */
public final class Freshness {

    private final EventReader events;
    private final Clock clock;
    private volatile Instant known = Instant.EPOCH;

    public Freshness(EventReader events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The moment that is known, to the second, after a look for a later one if the events can be asked. */
    public Instant look(ViewProcessor following) {
        var now = clock.instant();
        try {
            var open = now.minus(events.oldestAppend());
            var missing = events.firstAfter(following.reached()).orElse(now);
            known = (missing.isBefore(open) ? missing : open).truncatedTo(SECONDS);
        } catch (RuntimeException e) {
            if (!TransientFailure.explains(e)) {
                throw e;
            }
        }
        return known;
    }
}
