package se.samplan.follow;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** Claims or releases segments at once when this process is off its quota, without waiting for Axon's next claim. */
final class SegmentBalancer {

    private final PooledStreamingEventProcessor processor;
    private final SegmentQuota quota;

    SegmentBalancer(PooledStreamingEventProcessor processor, SegmentQuota quota) {
        this.processor = processor;
        this.quota = quota;
    }

    /** Moves towards the quota; true if the caller should repeat this soon. */
    boolean rebalance() {
        var claimed = Set.copyOf(processor.processingStatus().keySet());
        var needed = quota.needsRebalance(claimed.size());
        if (needed) {
            // Axon does not reclaim a segment that it released for up to a minute; this lifts the ban.
            IntStream.range(0, quota.segments())
                    .filter(segment -> !claimed.contains(segment))
                    .forEach(segment -> processor.releaseSegment(segment, 0, TimeUnit.MILLISECONDS));
            // Claiming a segment that it already holds makes Axon coordinate at once; it releases the last one last.
            var ignored = processor.claimSegment(claimed.isEmpty() ? 0 : Collections.max(claimed));
        }
        return needed;
    }
}
