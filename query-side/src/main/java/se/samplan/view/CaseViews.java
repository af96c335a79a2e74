package se.samplan.view;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import se.samplan.store.EventReader;
import se.samplan.store.Outage;
import se.samplan.store.RecordedEvent;

/** Takes new events of cases into the documents of all views. */
final class CaseViews {

    private static final int TRIES = 10;

    private final List<Fold<?>> folds;
    private final CaseDocuments documents;
    private final Parked parked;
    private final EventReader events;
    private final ViewJson json;

    CaseViews(List<Fold<?>> folds, CaseDocuments documents, Parked parked, EventReader events, ViewJson json) {
        this.folds = folds;
        this.documents = documents;
        this.parked = parked;
        this.events = events;
        this.json = json;
    }

    /**
     * One query, the folds, one bulk write; again for as long as somebody else wrote in between.
     *
     * @param news by case, each in order
     * @throws IllegalStateException if the documents cannot be written
     */
    void take(Map<UUID, List<RecordedEvent>> news) {
        var ids = news.keySet().stream()
                .flatMap(caseId -> folds.stream().map(fold -> CaseDocument.id(caseId, fold)))
                .toList();
        for (var tried = 0; tried < TRIES; tried++) {
            var failed = new HashSet<String>();
            if (documents.write(changes(news, documents.load(ids), failed))) {
                parked.mended(ids.stream().filter(id -> !failed.contains(id)).toList());
                return;
            }
        }
        throw new IllegalStateException("the views could not be written in " + TRIES + " tries");
    }

    /** Folds once more what is parked: another program may have failed where this one does not. */
    void mend() {
        parked.cases().forEach(caseId -> take(Map.of(caseId, events.ofStream(caseId))));
    }

    private SortedMap<String, CaseDocuments.Change> changes(
            Map<UUID, List<RecordedEvent>> news, Map<String, Document> loaded, Set<String> failed) {
        var changes = new TreeMap<String, CaseDocuments.Change>();
        news.forEach((caseId, events) -> folds.forEach(fold -> change(caseId, fold, events, loaded, changes, failed)));
        return changes;
    }

    private <V> void change(
            UUID caseId,
            Fold<V> fold,
            List<RecordedEvent> news,
            Map<String, Document> loaded,
            Map<String, CaseDocuments.Change> changes,
            Set<String> failed) {
        var id = CaseDocument.id(caseId, fold);
        try {
            var document = loaded.get(id);
            var known = document == null
                    ? CaseDocument.none(caseId, fold)
                    : CaseDocument.read(caseId, fold, document, json);
            var reached = known.isBehind(news) ? refold(caseId, fold) : known.after(news);
            var next = reached.document();
            if (next.sequence() > known.sequence()) {
                changes.put(id, new CaseDocuments.Change(known.sequence(), next.written(json)));
            }
            if (reached.failure() != null) {
                failed.add(id);
                parked.park(caseId, fold, next.sequence() + 1, reached.failure());
            }
        } catch (RuntimeException e) {
            if (Outage.explains(e)) {
                throw e; // the store's, not the case's: the batch is tried again
            }
            failed.add(id);
            parked.park(caseId, fold, news.getFirst().sequence(), e);
        }
    }

    private <V> CaseDocument.Reached<V> refold(UUID caseId, Fold<V> fold) {
        return CaseDocument.none(caseId, fold).after(events.ofStream(caseId));
    }
}
