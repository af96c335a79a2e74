package se.samplan.view;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a rebuild of the views has come.
 *
 * @param done events folded
 * @param total events to fold
 * @param spent since its start
 */
public record BuildProgress(long done, long total, Duration spent) {

    static BuildProgress since(Instant start, Instant now, long done, long total) {
        return new BuildProgress(done, total, Duration.between(start, now));
    }

    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, done * 100 / total);
    }

    public long eventsPerSecond() {
        return done * 1000 / Math.max(1, spent.toMillis());
    }

    public long secondsLeft() {
        return (total - done) / Math.max(1, eventsPerSecond());
    }
}
