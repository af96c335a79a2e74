package se.samplan.rebuild;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks.Chunk;
import se.samplan.heartbeat.Lease;
import se.samplan.operation.Operations;

/** Counts the events of a rebuild; every second renews the lease, stores a checkpoint and reports progress. */
final class RebuildProgress {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);
    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

    private final Lease lease;
    private final BuildCatalogue builds;
    private final Operations operations;
    private final Consumer<BuildProgress> listener;
    private final long start = System.nanoTime();
    private final long before;
    private PendingBuild pending;
    private long reportedAt = start;

    RebuildProgress(
            PendingBuild pending,
            Lease lease,
            BuildCatalogue builds,
            Operations operations,
            Consumer<BuildProgress> listener) {
        this.pending = pending;
        this.lease = lease;
        this.builds = builds;
        this.operations = operations;
        this.listener = listener;
        before = pending.done();
        report();
    }

    /** @throws LeaseLost if another process has taken over */
    void done(Chunk chunk) {
        pending = pending.advance(chunk.last(), chunk.events());
        var now = System.nanoTime();
        if (now - reportedAt >= REPORT_EVERY.toNanos()) {
            reportedAt = now;
            LeaseLost.unless(lease.tryHold());
            LeaseLost.unless(builds.checkpoint(pending));
            var progress = report();
            LOG.info(
                    "building views: {} %, {} events/s, {} s left",
                    progress.percent(), progress.eventsPerSecond(), progress.secondsLeft());
        }
    }

    /** Logs the end: all events are folded, with this many documents parked. */
    void end(long parked) {
        var progress = progress();
        listener.accept(progress);
        LOG.info(
                "views built from {} events in {} ms, {} events/s, {} parked",
                pending.done(),
                progress.spent().toMillis(),
                progress.eventsPerSecond(),
                parked);
    }

    private BuildProgress report() {
        if (pending.operation() != null) {
            operations.progress(pending.operation(), pending.done(), pending.total());
        }
        var progress = progress();
        listener.accept(progress);
        return progress;
    }

    private BuildProgress progress() {
        var spent = Duration.ofNanos(System.nanoTime() - start);
        return new BuildProgress(pending.done() - before, pending.total() - before, spent);
    }
}
