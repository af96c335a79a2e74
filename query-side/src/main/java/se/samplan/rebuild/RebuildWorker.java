package se.samplan.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.PendingBuild;
import se.samplan.heartbeat.HeartbeatTimer;
import se.samplan.heartbeat.Lease;

/** Runs a rebuild on its own thread and renews the lease meanwhile. */
final class RebuildWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWorker.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final RebuildJob job;
    private final Lease lease;
    private volatile @Nullable Thread thread;

    RebuildWorker(RebuildJob job, Lease lease) {
        this.job = job;
        this.lease = lease;
    }

    void start(PendingBuild pending) {
        thread = Thread.ofPlatform().daemon().name(RebuildScheduler.THREAD).start(() -> run(pending));
    }

    boolean isWorking() {
        var working = thread;
        return working != null && working.isAlive();
    }

    void stop() {
        var working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    private void run(PendingBuild pending) {
        try {
            runWithHeartbeats(pending);
            lease.release();
        } catch (RuntimeException e) {
            // If the store is down, the lease expires by itself.
            LOG.error("the rebuild stopped: {}", e.getClass().getName());
            LOG.debug("the rebuild stopped", e);
        }
    }

    /** Sends no heartbeat after it returns: a late one would acquire the lease again. */
    private void runWithHeartbeats(PendingBuild pending) {
        try (var _ =
                HeartbeatTimer.start(RebuildScheduler.THREAD + "-heartbeat", HEARTBEAT, () -> job.heartbeat(pending))) {
            job.run(pending);
        }
    }
}
