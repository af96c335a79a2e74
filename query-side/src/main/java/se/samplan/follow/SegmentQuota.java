package se.samplan.follow;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How many of a build's segments this process may claim, so that all processes share them evenly. */
public final class SegmentQuota {

    /** Longer than others take to notice that a process has come or gone, and than the claims of one that is gone last. */
    static final Duration SETTLES_WITHIN = Duration.ofSeconds(20);

    private final int segments;
    private final IntSupplier processes;
    private final LongSupplier nanos;
    private Balance last = new Balance(0, 0);
    private long changedAt;

    private record Balance(int processes, int claimed) {}

    /** @param processes how many follow the build, this one included */
    public SegmentQuota(int segments, IntSupplier processes, LongSupplier nanos) {
        this.segments = segments;
        this.processes = processes;
        this.nanos = nanos;
        changedAt = nanos.getAsLong();
    }

    int segments() {
        return segments;
    }

    /** The most that this process may claim: together the processes follow all. */
    int max() {
        return Math.ceilDiv(segments, processes.getAsInt());
    }

    /**
     * Whether this process has not its quota: true for 20 s after a change, since others must release segments first, and
     * not for ever, since there may be fewer segments than quotas.
     */
    boolean needsRebalance(int claimed) {
        var now = new Balance(processes.getAsInt(), claimed);
        if (!now.equals(last)) {
            last = now;
            changedAt = nanos.getAsLong();
        }
        return claimed != max() && nanos.getAsLong() - changedAt < SETTLES_WITHIN.toNanos();
    }
}
