package se.samplan.document;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.Fold;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TransientFailure;

/** Folds new events of cases into the documents of all views. */
public final class ViewUpdater {

    private static final int TRIES = 10;
    /** Back-off before the second attempt; doubles with each further one: half a second in all. */
    private static final Duration PAUSE = Duration.ofNanos(500_000);

    private static final int REPAIRED_AT_ONCE = 100;

    /** When more events than this remain, cases are folded from their whole streams. */
    private static final int FAR_BEHIND = 10_000;

    private final Folds folds;
    private final CaseDocuments documents;
    private final ParkedCases parked;
    private final EventReader events;
    private final long farBehind;

    public ViewUpdater(Folds folds, CaseDocuments documents, ParkedCases parked, EventReader events) {
        this(folds, documents, parked, events, FAR_BEHIND);
    }

    public ViewUpdater(Folds folds, CaseDocuments documents, ParkedCases parked, EventReader events, long farBehind) {
        this.folds = folds;
        this.documents = documents;
        this.parked = parked;
        this.events = events;
        this.farBehind = farBehind;
    }

    /** The writes for a batch, and the sequence reached by each document that did not fail. */
    private record Outcome(TreeMap<String, CaseDocuments.Change> changes, Map<String, Integer> reached) {}

    /**
     * Folds a batch. When far behind, it folds the batch's cases from their whole streams as a rebuild does: each is
     * then written once, and its later events are skipped.
     *
     * @throws WriteConflict if the documents cannot be written
     */
    public void update(EventBatch batch) {
        var isFarBehind =
                batch.isFull() && events.highWaterMark() - batch.last().globalIndex() > farBehind;
        update(isFarBehind ? wholeStreams(batch.byCase()) : batch.byCase());
    }

    private Map<UUID, List<RecordedEvent>> wholeStreams(Map<UUID, List<RecordedEvent>> news) {
        var reached =
                documents.reached(news.keySet().stream().flatMap(folds::ids).toList());
        var behind = new ArrayList<UUID>();
        news.forEach((caseId, events) -> {
            if (folds.ids(caseId)
                    .anyMatch(id ->
                            reached.getOrDefault(id, -1) < events.getLast().sequence())) {
                behind.add(caseId);
            }
        });
        var whole = events.ofStreams(behind);
        whole.values().removeIf(stream -> !CaseChunks.isCase(stream.getFirst())); // unreadable events do not tell
        return whole;
    }

    /**
     * One query, the folds, one bulk write; retried when another writer came in between.
     *
     * @param news the events by case, each in order
     * @throws WriteConflict if the documents cannot be written
     */
    public void update(Map<UUID, List<RecordedEvent>> news) {
        if (news.isEmpty()) {
            return;
        }
        var ids = news.keySet().stream().flatMap(folds::ids).toList();
        for (var tried = 0; tried < TRIES; tried++) {
            var outcome = fold(news, documents.load(ids));
            if (documents.write(outcome.changes)) {
                parked.unpark(outcome.reached);
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos() << tried);
        }
        throw new WriteConflict(TRIES);
    }

    /** Folds parked cases again: this version of the program may succeed where another failed. */
    public void repair() {
        var batch = new HashMap<UUID, List<RecordedEvent>>();
        for (var caseId : parked.cases()) {
            batch.put(caseId, events.ofStream(caseId));
            if (batch.size() == REPAIRED_AT_ONCE) {
                update(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            update(batch);
        }
    }

    private Outcome fold(Map<UUID, List<RecordedEvent>> news, Map<String, Document> loaded) {
        var outcome = new Outcome(new TreeMap<>(), new HashMap<>());
        news.forEach((caseId, events) -> folds.all()
                .forEach(fold -> fold(caseId, fold, events, loaded.get(CaseDocument.id(caseId, fold)), outcome)));
        return outcome;
    }

    private void fold(UUID caseId, Fold<?> fold, List<RecordedEvent> news, @Nullable Document known, Outcome outcome) {
        var id = CaseDocument.id(caseId, fold);
        try {
            var folded = folds.advance(caseId, fold, known, news, events::ofStream);
            var from = known == null ? -1 : known.getInteger("sequence");
            if (folded.document() != null && folded.sequence() > from) {
                outcome.changes.put(id, new CaseDocuments.Change(from, folded.document()));
            }
            if (folded.failure() == null) {
                outcome.reached.put(id, folded.sequence());
            } else {
                parked.park(caseId, fold, folded.sequence() + 1, folded.failure());
            }
        } catch (RuntimeException e) {
            if (TransientFailure.explains(e) || e instanceof MongoException) {
                throw e; // the store failed, not the case: the batch is retried
            }
            parked.park(caseId, fold, news.getFirst().sequence(), e);
        }
    }
}
