package se.samplan.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A long piece of work that somebody asked for, and how far it has come.
 *
 * @param view what is rebuilt; null if all views are, or if it is a check
 * @param done events gone through
 * @param total events to go through; 0 until that is known
 * @param toldAt when it was last heard of
 * @param differences how many were found, or mended
 * @param named the first of them
 * @param failure the code of the reason why it could not be done; null if it did not fail
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

    /** After so long without a sign the process that worked at it is gone. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    /** What is done. */
    public enum What {
        CHECK,
        REBUILD
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        /** Not heard of any more: the process that worked at it is gone. */
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
