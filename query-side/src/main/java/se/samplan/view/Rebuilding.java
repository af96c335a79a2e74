package se.samplan.view;

import com.mongodb.MongoException;
import java.time.Duration;
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
import se.samplan.view.CaseChunks.Chunk;

/** Makes a build to its end, or goes on with one where another process was interrupted; whoever has the lease does. */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);
    private static final int CAUGHT_UP_AT_ONCE = 1000;

    /** With so few events to go the follower is as good. */
    private static final int CAUGHT_UP = 200;

    private final Builds builds;
    private final Lease lease;
    private final Folds folds;
    private final EventReader events;
    private final Operations operations;
    private volatile BuildProgress progress = new BuildProgress(0, 0, Duration.ZERO);

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

    /** Another process has taken over, or another build is to be made. */
    private static final class NotOursAnyMore extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotOursAnyMore() {
            super("the build is no longer ours", null, false, false);
        }
    }

    /** Makes it, as far as the stores and the other processes let it. */
    void run(Making making) {
        try {
            make(making);
        } catch (NotOursAnyMore e) {
            LOG.info("another process makes the views");
        } catch (RuntimeException e) {
            if (e instanceof MongoException || Outage.explains(e)) {
                throw e; // it is gone on with when they are back
            }
            givenUp(making);
            throw e;
        }
    }

    /** Readers see it. */
    void finished(Making making) {
        builds.end(making);
        told(
                making,
                (operations, id) ->
                        operations.done(id, builds.parked(making.version()).count(), List.of()));
    }

    /** It is not to be made after all. */
    void givenUp(Making making) {
        builds.end(making);
        told(making, (operations, id) -> operations.failed(id, AccessRefusal.UNFORESEEN));
    }

    private void make(Making making) {
        var documents = builds.documents(making.version());
        var parked = builds.parked(making.version());
        var rebuild = new Rebuild(folds, documents, parked, takenOver(making));
        var pace = new Pace(making);
        documents.removeAfter(making.after()); // written, but not yet counted as done
        CaseChunks.read(events, making.after(), making.bound(), chunk -> {
            rebuild.write(chunk);
            pace.done(chunk);
        });
        documents.index();
        var reached = catchUp(new CaseViews(folds, documents, parked, events), making.bound());
        ours(lease.held());
        ours(builds.publish(Builds.Build.of(making, reached), making.replaces()));
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
            ours(lease.held());
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

    private interface Word {
        void to(Operations operations, UUID id);
    }

    private void told(Making making, Word word) {
        if (making.operation() != null) {
            word.to(operations, making.operation());
        }
    }

    private static void ours(boolean is) {
        if (!is) {
            throw new NotOursAnyMore();
        }
    }

    /** Keeps count, renews the lease and tells of the progress. */
    private final class Pace {

        private final long start = System.nanoTime();
        private final long before;
        private Making making;
        private long toldAt = start;

        Pace(Making making) {
            this.making = making;
            before = making.done();
            told(making, (operations, id) -> operations.told(id, making.done(), making.total()));
            show(start);
        }

        void done(Chunk chunk) {
            making = making.at(chunk.last(), chunk.events());
            var now = System.nanoTime();
            if (now - toldAt >= TOLD_EVERY.toNanos()) {
                toldAt = now;
                ours(lease.held());
                ours(builds.checkpoint(making));
                told(making, (operations, id) -> operations.told(id, making.done(), making.total()));
                show(now);
                LOG.info(
                        "building views: {} %, {} events/s, {} s left",
                        progress.percent(), progress.eventsPerSecond(), progress.secondsLeft());
            }
        }

        void end(long parked) {
            show(System.nanoTime());
            LOG.info(
                    "views built from {} events in {} ms, {} events/s, {} parked",
                    making.done(),
                    progress.spent().toMillis(),
                    progress.eventsPerSecond(),
                    parked);
        }

        private void show(long now) {
            progress =
                    new BuildProgress(making.done() - before, making.total() - before, Duration.ofNanos(now - start));
        }
    }
}
