package se.samplan.rebuild;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.access.AccessRefusal;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks;
import se.samplan.document.EventBatch;
import se.samplan.document.Folds;
import se.samplan.document.ViewUpdater;
import se.samplan.document.WriteConflict;
import se.samplan.heartbeat.Lease;
import se.samplan.operation.Operations;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TransientFailure;

/** Runs a build to completion, or resumes one where another process was interrupted. */
public final class RebuildJob {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildJob.class);
    private static final int CATCH_UP_PAGE = 1000;

    /** With this few events left a processor is just as fast. */
    private static final int CAUGHT_UP = EventBatch.SIZE;

    private final BuildCatalogue builds;
    private final Lease lease;
    private final Folds folds;
    private final EventReader events;
    private final Operations operations;
    private volatile BuildProgress progress = BuildProgress.NONE;

    public RebuildJob(BuildCatalogue builds, Lease lease, Folds folds, EventReader events, Operations operations) {
        this.builds = builds;
        this.lease = lease;
        this.folds = folds;
        this.events = events;
        this.operations = operations;
    }

    /** This process's progress. */
    BuildProgress progress() {
        return progress;
    }

    public void run(PendingBuild pending) {
        try {
            make(pending);
        } catch (LeaseLost e) {
            LOG.info("another process has taken over the rebuild");
        } catch (RuntimeException e) {
            if (e instanceof MongoException || e instanceof WriteConflict || TransientFailure.explains(e)) {
                throw e; // the build is resumed when the stores are back
            }
            abandon(pending);
            throw e;
        }
    }

    /** Ends a published build. */
    void complete(PendingBuild pending) {
        if (pending.operation() != null) { // first: nobody would find the build later to report on it
            operations.progress(pending.operation(), pending.total(), pending.total());
            operations.done(
                    pending.operation(), builds.parked(pending.version()).count(), List.of());
        }
        builds.end(pending);
    }

    /** Ends a build that will not be published. */
    void abandon(PendingBuild pending) {
        if (pending.operation() != null) {
            operations.failed(pending.operation(), AccessRefusal.UNFORESEEN);
        }
        builds.end(pending);
    }

    /** Sends the heartbeats of the lease and the operation during a long step. */
    void heartbeat(PendingBuild pending) {
        lease.tryHold();
        if (pending.operation() != null) {
            operations.heartbeat(pending.operation());
        }
    }

    private void make(PendingBuild pending) {
        var documents = builds.documents(pending.version());
        var parked = builds.parked(pending.version());
        var writer = new BuildWriter(folds, documents, parked, copied(pending));
        var tracker = new RebuildProgress(pending, lease, builds, operations, now -> progress = now);
        CaseChunks.read(events, pending.after(), pending.bound(), chunk -> {
            writer.write(chunk);
            tracker.done(chunk);
        });
        documents.index();
        var reached = catchUp(new ViewUpdater(folds, documents, parked, events), pending.bound());
        var last = EventFingerprint.lastUpTo(reached, events);
        LeaseLost.unless(lease.tryHold());
        LeaseLost.unless(builds.publish(Build.of(pending, reached, last), pending.replaces()));
        complete(pending);
        tracker.end(parked.count());
    }

    private BuildWriter.@Nullable Copied copied(PendingBuild pending) {
        return pending.only() == null || pending.replaces() == null
                ? null
                : new BuildWriter.Copied(builds.documents(pending.replaces()), pending.only());
    }

    /** Folds the events recorded since, and returns the index of the last. */
    private long catchUp(ViewUpdater views, long bound) {
        var reached = bound;
        List<RecordedEvent> page;
        do {
            LeaseLost.unless(lease.tryHold());
            page = events.after(reached, CATCH_UP_PAGE);
            if (!page.isEmpty()) {
                views.update(byCase(page));
                reached = page.getLast().globalIndex();
            }
        } while (page.size() > CAUGHT_UP);
        return reached;
    }

    private static Map<UUID, List<RecordedEvent>> byCase(List<RecordedEvent> page) {
        var batch = new EventBatch();
        page.forEach(batch::add);
        return batch.byCase();
    }
}
