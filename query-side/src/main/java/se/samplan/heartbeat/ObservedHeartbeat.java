package se.samplan.heartbeat;

import java.time.Duration;

/**
 * The last observed change of another process's heartbeat. Only this process's clock measures the silence, so that no
 * two clocks are compared.
 *
 * @param beat what changes with each heartbeat
 * @param changedAt when it was first seen, in nanoseconds
 * @param hasChanged whether an earlier one was seen: the first one seen may be stale
 */
record ObservedHeartbeat(Object beat, long changedAt, boolean hasChanged) {

    static ObservedHeartbeat first(Object beat, long now) {
        return new ObservedHeartbeat(beat, now, false);
    }

    ObservedHeartbeat next(Object beat, long now) {
        return this.beat.equals(beat) ? this : new ObservedHeartbeat(beat, now, true);
    }

    Duration silentFor(long now) {
        return Duration.ofNanos(now - changedAt);
    }
}
