package se.samplan.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.RecordedEvent;
import se.samplan.view.CaseChunks.Chunk;

/** Folds cases from their streams into the documents of a new build. */
final class Rebuild {

    private final Folds folds;
    private final CaseDocuments documents;
    private final Parked parked;
    private final @Nullable TakenOver takenOver;

    /**
     * What is not folded anew.
     *
     * @param from the build that readers still see
     * @param but the one view that is folded anew
     */
    record TakenOver(CaseDocuments from, String but) {}

    Rebuild(Folds folds, CaseDocuments documents, Parked parked, @Nullable TakenOver takenOver) {
        this.folds = folds;
        this.documents = documents;
        this.parked = parked;
        this.takenOver = takenOver;
    }

    /** Writes the documents of these cases, which must not be there yet. */
    void write(Chunk chunk) {
        var old = old(chunk);
        var fresh = new ArrayList<Document>();
        for (var stream : chunk.cases()) {
            folds.all().forEach(fold -> document(stream, fold, old, fresh));
        }
        if (!fresh.isEmpty()) {
            documents.insert(fresh);
        }
    }

    private Map<String, Document> old(Chunk chunk) {
        if (takenOver == null) {
            return Map.of();
        }
        return takenOver.from.whole(chunk.cases().stream()
                .map(Chunk::caseOf)
                .flatMap(caseId -> folds.all().stream()
                        .filter(fold -> !fold.name().equals(takenOver.but))
                        .map(fold -> CaseDocument.id(caseId, fold)))
                .toList());
    }

    private void document(List<RecordedEvent> stream, Fold<?> fold, Map<String, Document> old, List<Document> fresh) {
        var caseId = Chunk.caseOf(stream);
        var standing = old.get(CaseDocument.id(caseId, fold));
        if (standing != null
                && standing.getInteger("sequence") >= stream.getLast().sequence()) {
            fresh.add(standing);
        } else {
            fold(caseId, stream, fold, fresh);
        }
    }

    private void fold(UUID caseId, List<RecordedEvent> stream, Fold<?> fold, List<Document> fresh) {
        try {
            var folded = folds.afresh(caseId, fold, stream);
            if (folded.document() != null) {
                fresh.add(folded.document());
            }
            if (folded.failure() != null) {
                parked.park(caseId, fold, folded.sequence() + 1, folded.failure());
            }
        } catch (RuntimeException e) {
            parked.park(caseId, fold, stream.getLast().sequence(), e);
        }
    }
}
