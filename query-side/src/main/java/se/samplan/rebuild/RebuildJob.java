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
import se.samplan.build.Lease;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks;
import se.samplan.document.Folds;
import se.samplan.document.WriteConflict;
import se.samplan.follow.BatchHandler;
import se.samplan.follow.ViewUpdater;
import se.samplan.operation.Operations;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TransientFailure;

/** Makes a build to its end, or goes on with one where another process was interrupted; whoever has the lease does. */
public final class RebuildJob {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildJob.class);
    private static final int CAUGHT_UP_AT_ONCE = 1000;

    /** With so few events to go the follower is as good. */
    private static final int CAUGHT_UP = BatchHandler.BATCH;

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

    /** How far it is here. */
    BuildProgress progress() {
        return progress;
    }

    /** Makes it, as far as the stores and the other processes let it. */
    public void run(PendingBuild making) {
        try {
            make(making);
        } catch (LeaseLost e) {
            LOG.info("another process makes the views");
        } catch (RuntimeException e) {
            if (e instanceof MongoException || e instanceof WriteConflict || TransientFailure.explains(e)) {
                throw e; // it is gone on with when they are back
            }
            givenUp(making);
            throw e;
        }
    }

    /** Readers see it. */
    void finished(PendingBuild making) {
        if (making.operation() != null) { // told first: nobody would find what is ended to tell it later
            operations.told(making.operation(), making.total(), making.total());
            operations.done(making.operation(), builds.parked(making.version()).count(), List.of());
        }
        builds.end(making);
    }

    /** It is not to be made after all. */
    void givenUp(PendingBuild making) {
        if (making.operation() != null) {
            operations.failed(making.operation(), AccessRefusal.UNFORESEEN);
        }
        builds.end(making);
    }

    /** A sign of life of whoever works at it, for when a step takes long. */
    void beat(PendingBuild making) {
        lease.tryHold();
        if (making.operation() != null) {
            operations.alive(making.operation());
        }
    }

    private void make(PendingBuild making) {
        var documents = builds.documents(making.version());
        var parked = builds.parked(making.version());
        var rebuild = new BuildWriter(folds, documents, parked, takenOver(making));
        var pace = new RebuildProgress(making, lease, builds, operations, now -> progress = now);
        CaseChunks.read(events, making.after(), making.bound(), chunk -> {
            rebuild.write(chunk);
            pace.done(chunk);
        });
        documents.index();
        var reached = catchUp(new ViewUpdater(folds, documents, parked, events), making.bound());
        var last = EventFingerprint.lastUpTo(reached, events);
        LeaseLost.unless(lease.tryHold());
        LeaseLost.unless(builds.publish(Build.of(making, reached, last), making.replaces()));
        finished(making);
        pace.end(parked.count());
    }

    private BuildWriter.@Nullable TakenOver takenOver(PendingBuild making) {
        return making.only() == null || making.replaces() == null
                ? null
                : new BuildWriter.TakenOver(builds.documents(making.replaces()), making.only());
    }

    /** Takes what has happened since, and says up to where. */
    private long catchUp(ViewUpdater views, long bound) {
        var reached = bound;
        List<RecordedEvent> page;
        do {
            LeaseLost.unless(lease.tryHold());
            page = events.after(reached, CAUGHT_UP_AT_ONCE);
            if (!page.isEmpty()) {
                views.take(byCase(page));
                reached = page.getLast().globalIndex();
            }
        } while (page.size() > CAUGHT_UP);
        return reached;
    }

    private static Map<UUID, List<RecordedEvent>> byCase(List<RecordedEvent> page) {
        var batch = new BatchHandler.Batch();
        page.forEach(batch::add);
        return batch.byCase();
    }
}
