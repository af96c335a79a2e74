package se.samplan.rebuild;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.build.PendingBuild;
import se.samplan.document.Folds;
import se.samplan.heartbeat.Lease;
import se.samplan.store.EventReader;

/** Begins builds, and resumes the pending one in this process if no other holds the lease. */
public final class RebuildScheduler {

    /** The name of the thread that rebuilds; fault runs look for it. */
    public static final String THREAD = "views-rebuild";

    private static final Logger LOG = LoggerFactory.getLogger(RebuildScheduler.class);

    private final BuildCatalogue builds;
    private final Lease lease;
    private final RebuildJob job;
    private final RebuildWorker worker;
    private final RemoteProgress remote = new RemoteProgress();
    private final EventReader events;
    private final Folds folds;

    public RebuildScheduler(BuildCatalogue builds, Lease lease, RebuildJob job, EventReader events, Folds folds) {
        this.builds = builds;
        this.lease = lease;
        this.job = job;
        this.events = events;
        this.folds = folds;
        worker = new RebuildWorker(job, lease);
    }

    /**
     * Begins a build; false if one is pending already.
     *
     * @param replaced the build to replace; null if there is none
     * @param only the one view to be rebuilt; null if all are
     * @param operation the operation that asks for it; null if none does
     */
    public boolean begin(@Nullable Build replaced, @Nullable String only, @Nullable UUID operation) {
        if (builds.pending().isPresent()) {
            return false; // spares counting all events
        }
        var bound = events.highWaterMark();
        return builds.begin(new PendingBuild(
                events.incarnation(),
                folds.foldFingerprint(),
                UUID.randomUUID().toString().substring(0, 8),
                replaced == null ? null : replaced.version(),
                only,
                operation,
                bound,
                null,
                0,
                events.count(bound),
                EventFingerprint.lastUpTo(bound, events)));
    }

    /**
     * Resumes the pending build, unless it is settled already or another process is working on it.
     *
     * @param needed whether this process has nothing to follow
     */
    public void resume(boolean needed) {
        var pending = isWorking() ? null : builds.pending().orElse(null);
        if (pending == null) {
            remote.clear();
        } else if (isSettled(pending)) {
            LOG.info("the pending build is settled");
        } else if (isOurs(pending)) {
            work(pending);
        } else if ((needed || !isOfThisStore(pending)) && lease.tryHold()) {
            job.abandon(pending);
            lease.release();
        }
    }

    /** Reads the current build after the pending one; in the opposite order it could be stale. */
    private boolean isSettled(PendingBuild pending) {
        var published = builds.current().map(Build::version).orElse(null);
        if (pending.version().equals(published)) {
            job.complete(pending); // its publisher was interrupted
            return true;
        }
        if (!Objects.equals(pending.replaces(), published)) {
            job.abandon(pending); // another build has replaced the one it was to replace
            return true;
        }
        return false;
    }

    /** The pending build's progress, in whichever process it runs. */
    public BuildProgress progress() {
        var elsewhere = remote.progress();
        return isWorking() || elsewhere == null ? job.progress() : elsewhere;
    }

    public void stop() {
        worker.stop();
    }

    /** Whether this process is building. */
    public boolean isWorking() {
        return worker.isWorking();
    }

    private boolean isOurs(PendingBuild pending) {
        return pending.foldFingerprint().equals(folds.foldFingerprint()) && isOfThisStore(pending);
    }

    /** If not, the event store was restored from a backup, and no process can resume the build. */
    private boolean isOfThisStore(PendingBuild pending) {
        return pending.incarnation().equals(events.incarnation())
                && pending.bound() <= events.highWaterMark()
                && pending.isConsistentWith(events);
    }

    private void work(PendingBuild seen) {
        if (!lease.tryHold()) {
            remote.observe(seen);
            return;
        }
        // The lease's last holder may have finished the build since it was read.
        var pending = builds.pending().filter(now -> now.version().equals(seen.version()));
        if (pending.isEmpty() || isSettled(pending.get())) {
            lease.release();
            return;
        }
        remote.clear();
        worker.start(pending.get());
    }
}
