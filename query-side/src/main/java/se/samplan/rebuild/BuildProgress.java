package se.samplan.rebuild;

import java.time.Duration;

/**
 * The progress of a rebuild of the views.
 *
 * @param done events folded
 * @param total events to fold
 * @param spent time since its start
 */
public record BuildProgress(long done, long total, Duration spent) {

    /** Before anything is known. */
    static final BuildProgress NONE = new BuildProgress(0, 0, Duration.ZERO);

    public int percent() {
        if (equals(NONE)) {
            return 0;
        }
        return total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
    }

    public long eventsPerSecond() {
        return done * 1000 / Math.max(1, spent.toMillis());
    }

    public long secondsLeft() {
        return (total - done) / Math.max(1, eventsPerSecond());
    }
}
