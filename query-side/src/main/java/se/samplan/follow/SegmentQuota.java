package se.samplan.follow;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How many of a build's segments this process is to follow, beside the others, and for how long it sees to it often. */
final class SegmentQuota {

    /** More than the others need to see that one has come or gone, and more than the claims of one that is gone last. */
    static final Duration SETTLES_WITHIN = Duration.ofSeconds(20);

    private final int segments;
    private final IntSupplier processes;
    private final LongSupplier nanos;
    private Sharing sharing = new Sharing(0, 0);
    private long changedAt;

    /** Among how many processes segments are shared, and how many of them are followed here. */
    private record Sharing(int processes, int here) {}

    SegmentQuota(int segments, IntSupplier processes, LongSupplier nanos) {
        this.segments = segments;
        this.processes = processes;
        this.nanos = nanos;
        changedAt = nanos.getAsLong();
    }

    /** At most so many: together the processes follow all. */
    int most() {
        return Math.ceilDiv(segments, processes.getAsInt());
    }

    /**
     * Whether something should be done about it that so many are followed here. Ever again for a while after something has
     * changed, since others have to let go first; not for ever, since there may be fewer than a share for each.
     */
    boolean needsRebalance(int here) {
        var now = new Sharing(processes.getAsInt(), here);
        if (!now.equals(sharing)) {
            sharing = now;
            changedAt = nanos.getAsLong();
        }
        return here != most() && nanos.getAsLong() - changedAt < SETTLES_WITHIN.toNanos();
    }
}
