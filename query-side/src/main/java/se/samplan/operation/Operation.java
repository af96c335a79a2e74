package se.samplan.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check or rebuild started by an operator, and its progress.
 *
 * @param view the view to rebuild; null for all views, or for a check
 * @param done events read
 * @param total events to read; 0 until that is known
 * @param toldAt when its progress or a heartbeat was last stored
 * @param differences how many were found or repaired
 * @param named the first of them
 * @param failure the code of the reason for its failure; null if it did not fail
 */
public record Operation(
        UUID operationId,
        What what,
        @Nullable String view,
        State state,
        long done,
        long total,
        Instant startedAt,
        Instant toldAt,
        long differences,
        List<Difference> named,
        @Nullable String failure) {

    /** After this long without a heartbeat the process that ran it counts as dead. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    /** Which kind of operation. */
    public enum What {
        CHECK,
        REBUILD
    }

    /** Its state. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Its heartbeats have stopped: the process that ran it is gone. */
        LOST
    }

    @JsonProperty
    public int percent() {
        return state == State.DONE ? 100 : total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    @JsonProperty
    public long eventsPerSecond() {
        return done * 1000 / Math.max(1, Duration.between(startedAt, toldAt).toMillis());
    }

    @JsonProperty
    public long secondsLeft() {
        return state == State.RUNNING ? (total - Math.min(done, total)) / Math.max(1, eventsPerSecond()) : 0;
    }

    boolean ended() {
        return state != State.RUNNING;
    }

    Operation seenAt(Instant now) {
        return state == State.RUNNING && toldAt.plus(LOST_AFTER).isBefore(now)
                ? new Operation(
                        operationId,
                        what,
                        view,
                        State.LOST,
                        done,
                        total,
                        startedAt,
                        toldAt,
                        differences,
                        named,
                        failure)
                : this;
    }
}
