package se.samplan.view;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.http.AccessRefusal;
import se.samplan.operation.Operations;
import se.samplan.store.EventReader;
import se.samplan.store.Outage;
import se.samplan.store.RecordedEvent;

/** Makes a build to its end, or goes on with one where another process was interrupted; whoever has the lease does. */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final int CAUGHT_UP_AT_ONCE = 1000;

    /** With so few events to go the follower is as good. */
    private static final int CAUGHT_UP = Follower.BATCH;

    private final Builds builds;
    private final Lease lease;
    private final Folds folds;
    private final EventReader events;
    private final Operations operations;
    private volatile BuildProgress progress = BuildProgress.NONE;

    Rebuilding(Builds builds, Lease lease, Folds folds, EventReader events, Operations operations) {
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
    void run(Making making) {
        try {
            make(making);
        } catch (NotOursAnyMore e) {
            LOG.info("another process makes the views");
        } catch (RuntimeException e) {
            if (e instanceof MongoException || e instanceof NotWritten || Outage.explains(e)) {
                throw e; // it is gone on with when they are back
            }
            givenUp(making);
            throw e;
        }
    }

    /** Readers see it. */
    void finished(Making making) {
        if (making.operation() != null) { // told first: nobody would find what is ended to tell it later
            operations.told(making.operation(), making.total(), making.total());
            operations.done(making.operation(), builds.parked(making.version()).count(), List.of());
        }
        builds.end(making);
    }

    /** It is not to be made after all. */
    void givenUp(Making making) {
        if (making.operation() != null) {
            operations.failed(making.operation(), AccessRefusal.UNFORESEEN);
        }
        builds.end(making);
    }

    /** A sign of life of whoever works at it, for when a step takes long. */
    void beat(Making making) {
        lease.held();
        if (making.operation() != null) {
            operations.alive(making.operation());
        }
    }

    private void make(Making making) {
        var documents = builds.documents(making.version());
        var parked = builds.parked(making.version());
        var rebuild = new Rebuild(folds, documents, parked, takenOver(making));
        var pace = new Pace(making, lease, builds, operations, now -> progress = now);
        CaseChunks.read(events, making.after(), making.bound(), chunk -> {
            rebuild.write(chunk);
            pace.done(chunk);
        });
        documents.index();
        var reached = catchUp(new CaseViews(folds, documents, parked, events), making.bound());
        var last = Mark.lastUpTo(reached, events);
        NotOursAnyMore.unless(lease.held());
        NotOursAnyMore.unless(builds.publish(Build.of(making, reached, last), making.replaces()));
        finished(making);
        pace.end(parked.count());
    }

    private Rebuild.@Nullable TakenOver takenOver(Making making) {
        return making.only() == null || making.replaces() == null
                ? null
                : new Rebuild.TakenOver(builds.documents(making.replaces()), making.only());
    }

    /** Takes what has happened since, and says up to where. */
    private long catchUp(CaseViews views, long bound) {
        var reached = bound;
        List<RecordedEvent> page;
        do {
            NotOursAnyMore.unless(lease.held());
            page = events.after(reached, CAUGHT_UP_AT_ONCE);
            if (!page.isEmpty()) {
                views.take(byCase(page));
                reached = page.getLast().globalIndex();
            }
        } while (page.size() > CAUGHT_UP);
        return reached;
    }

    private static Map<UUID, List<RecordedEvent>> byCase(List<RecordedEvent> page) {
        var batch = new Follower.Batch();
        page.forEach(batch::add);
        return batch.byCase();
    }
}
