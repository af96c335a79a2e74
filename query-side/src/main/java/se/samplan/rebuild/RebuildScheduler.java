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

/** Decides which build is made, and resumes it in this process while no other holds the lease. */
public final class RebuildScheduler {

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
     * @param replaced the build that it replaces; null if there is none
     * @param only the one view to be rebuilt; null if all are
     * @param operation the operation that asks for it; null if none does
     */
    public boolean begin(@Nullable Build replaced, @Nullable String only, @Nullable UUID operation) {
        if (builds.pending().isPresent()) {
            return false; // before all events are counted
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
     * Resumes the pending build, unless it is settled already or another process works at it.
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

    /** Reads the current build after the pending one: the other way round it could be older. */
    private boolean isSettled(PendingBuild pending) {
        var published = builds.current().map(Build::version).orElse(null);
        if (pending.version().equals(published)) {
            job.complete(pending); // whoever published it was interrupted
            return true;
        }
        if (!Objects.equals(pending.replaces(), published)) {
            job.abandon(pending); // another build has replaced the one that it was to replace
            return true;
        }
        return false;
    }

    /** How far the pending build is, whichever process makes it. */
    public BuildProgress progress() {
        var elsewhere = remote.progress();
        return isWorking() || elsewhere == null ? job.progress() : elsewhere;
    }

    public void stop() {
        worker.stop();
    }

    /** Whether this process makes a build. */
    public boolean isWorking() {
        return worker.isWorking();
    }

    private boolean isOurs(PendingBuild pending) {
        return pending.foldFingerprint().equals(folds.foldFingerprint()) && isOfThisStore(pending);
    }

    /** If not, the event store was restored from a backup, and nobody can resume it. */
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
        // Whoever held the lease may have finished since it was read.
        var pending = builds.pending().filter(now -> now.version().equals(seen.version()));
        if (pending.isEmpty() || isSettled(pending.get())) {
            lease.release();
            return;
        }
        remote.clear();
        worker.start(pending.get());
    }
}
