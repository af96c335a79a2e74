package se.samplan.rebuild;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.Lease;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks.Chunk;
import se.samplan.operation.Operations;

/** Keeps count of a build in the making: each second it renews the lease, leaves a checkpoint and tells the progress. */
final class RebuildProgress {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildProgress.class);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final Lease lease;
    private final BuildCatalogue builds;
    private final Operations operations;
    private final Consumer<BuildProgress> shown;
    private final long start = System.nanoTime();
    private final long before;
    private PendingBuild making;
    private long toldAt = start;

    RebuildProgress(
            PendingBuild making,
            Lease lease,
            BuildCatalogue builds,
            Operations operations,
            Consumer<BuildProgress> shown) {
        this.making = making;
        this.lease = lease;
        this.builds = builds;
        this.operations = operations;
        this.shown = shown;
        before = making.done();
        tell();
    }

    /** @throws LeaseLost if another process is at it by now */
    void done(Chunk chunk) {
        making = making.at(chunk.last(), chunk.events());
        var now = System.nanoTime();
        if (now - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = now;
            LeaseLost.unless(lease.tryHold());
            LeaseLost.unless(builds.checkpoint(making));
            var progress = tell();
            LOG.info(
                    "building views: {} %, {} events/s, {} s left",
                    progress.percent(), progress.eventsPerSecond(), progress.secondsLeft());
        }
    }

    /** All is done, with so many documents set aside. */
    void end(long parked) {
        var progress = progress();
        shown.accept(progress);
        LOG.info(
                "views built from {} events in {} ms, {} events/s, {} parked",
                making.done(),
                progress.spent().toMillis(),
                progress.eventsPerSecond(),
                parked);
    }

    private BuildProgress tell() {
        if (making.operation() != null) {
            operations.told(making.operation(), making.done(), making.total());
        }
        var progress = progress();
        shown.accept(progress);
        return progress;
    }

    private BuildProgress progress() {
        var spent = Duration.ofNanos(System.nanoTime() - start);
        return new BuildProgress(making.done() - before, making.total() - before, spent);
    }
}
