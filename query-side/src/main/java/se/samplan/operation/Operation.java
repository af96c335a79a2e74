package se.samplan.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check or a rebuild that an operator asked for, and its progress.
 *
 * @param view what is rebuilt; null if all views are, or if it is a check
 * @param done events read
 * @param total events to read; 0 until that is known
 * @param toldAt when its progress or a heartbeat was last stored
 * @param differences how many were found, or repaired
 * @param named the first of them
 * @param failure the code of the reason why it failed; null if it did not
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

    /** After so long without a heartbeat the process that ran it is gone. */
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
        /** No heartbeat any more: the process that ran it is gone. */
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
