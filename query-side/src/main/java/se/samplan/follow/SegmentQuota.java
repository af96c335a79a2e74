package se.samplan.follow;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How many of a build's segments this process may claim, so that all processes share them evenly. */
public final class SegmentQuota {

    /** Longer than other processes take to notice one that joins or leaves, and than a dead process's claims last. */
    static final Duration SETTLES_WITHIN = Duration.ofSeconds(20);

    private final int segments;
    private final IntSupplier processes;
    private final LongSupplier nanos;
    private Balance last = new Balance(0, 0);
    private long changedAt;

    private record Balance(int processes, int claimed) {}

    /** @param processes how many processes follow the build, including this one */
    public SegmentQuota(int segments, IntSupplier processes, LongSupplier nanos) {
        this.segments = segments;
        this.processes = processes;
        this.nanos = nanos;
        changedAt = nanos.getAsLong();
    }

    int segments() {
        return segments;
    }

    /** The most segments that this process may claim; the quotas of all processes add up to at least all segments. */
    int max() {
        return Math.ceilDiv(segments, processes.getAsInt());
    }

    /**
     * Whether this process is off its quota. True for at most 20 s after a change: others must first release segments,
     * but the quotas may add up to more than there are segments.
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
