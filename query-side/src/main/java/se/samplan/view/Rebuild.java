package se.samplan.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.coordination.CaseEvent;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/** Folds every case anew from its stream, stream by stream, in constant memory. */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int DOCUMENTS_AT_ONCE = 500;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(2);

    private final List<Fold<?>> folds;
    private final EventReader events;
    private final ViewJson json;
    private final Clock clock;
    private final CaseDocuments documents;
    private final Parked parked;
    private final Consumer<BuildProgress> told;

    private final List<RecordedEvent> stream = new ArrayList<>();
    private final List<Document> finished = new ArrayList<>();
    private final Instant start;
    private Instant lastTold;
    private long done;

    Rebuild(
            List<Fold<?>> folds,
            EventReader events,
            ViewJson json,
            Clock clock,
            CaseDocuments documents,
            Parked parked,
            Consumer<BuildProgress> told) {
        this.folds = folds;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.documents = documents;
        this.parked = parked;
        this.told = told;
        start = clock.instant();
        lastTold = start;
    }

    /** Writes the documents of all cases as of the bound. */
    void upTo(long bound) {
        var total = events.count(bound);
        told.accept(BuildProgress.since(start, start, 0, total));
        events.byStream(bound, event -> {
            take(event);
            tell(total);
        });
        finishStream();
        write();
        documents.index();
        var progress = BuildProgress.since(start, clock.instant(), done, total);
        told.accept(progress);
        LOG.info(
                "views built from {} events in {} ms, {} events/s, {} parked",
                total,
                progress.spent().toMillis(),
                progress.eventsPerSecond(),
                parked.count());
    }

    private void take(RecordedEvent event) {
        if (!stream.isEmpty() && !stream.getFirst().stream().equals(event.stream())) {
            finishStream();
        }
        stream.add(event);
        done++;
    }

    private void finishStream() {
        if (!stream.isEmpty() && isCase(stream.getFirst())) {
            folds.forEach(this::finish);
            if (finished.size() >= DOCUMENTS_AT_ONCE) {
                write();
            }
        }
        stream.clear();
    }

    private <V> void finish(Fold<V> fold) {
        var caseId = stream.getFirst().stream();
        try {
            var reached = CaseDocument.none(caseId, fold).after(stream);
            if (reached.document().sequence() >= 0) {
                finished.add(reached.document().written(json));
            }
            if (reached.failure() != null) {
                parked.park(caseId, fold, reached.document().sequence() + 1, reached.failure());
            }
        } catch (RuntimeException e) {
            parked.park(caseId, fold, stream.getLast().sequence(), e);
        }
    }

    private void write() {
        if (!finished.isEmpty()) {
            documents.insert(List.copyOf(finished));
            finished.clear();
        }
    }

    private void tell(long total) {
        var now = clock.instant();
        if (Duration.between(lastTold, now).compareTo(TOLD_EVERY) >= 0) {
            lastTold = now;
            var progress = BuildProgress.since(start, now, done, total);
            told.accept(progress);
            LOG.info(
                    "building views: {} %, {} events/s, {} s left",
                    progress.percent(), progress.eventsPerSecond(), progress.secondsLeft());
        }
    }

    /** An event that cannot be read may be a case's: then that case is parked, not forgotten. */
    static boolean isCase(RecordedEvent event) {
        return !event.readable() || event.event() instanceof CaseEvent;
    }
}
