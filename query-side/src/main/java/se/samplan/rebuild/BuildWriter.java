package se.samplan.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.document.CaseChunks.Chunk;
import se.samplan.document.CaseDocument;
import se.samplan.document.CaseDocuments;
import se.samplan.document.Folds;
import se.samplan.document.ParkedCases;
import se.samplan.fold.Fold;
import se.samplan.store.RecordedEvent;

/** Writes the documents of a new build, folding each case from its whole stream. */
public final class BuildWriter {

    private final Folds folds;
    private final CaseDocuments documents;
    private final ParkedCases parked;
    private final @Nullable Copied copied;

    /**
     * Documents to copy rather than fold.
     *
     * @param from the current build
     * @param but the one view to fold
     */
    record Copied(CaseDocuments from, String but) {}

    public BuildWriter(Folds folds, CaseDocuments documents, ParkedCases parked, @Nullable Copied copied) {
        this.folds = folds;
        this.documents = documents;
        this.parked = parked;
        this.copied = copied;
    }

    /** Inserts the documents of these cases; folds the cases in parallel. */
    public void write(Chunk chunk) {
        var old = old(chunk);
        var fresh = chunk.cases().parallelStream()
                .flatMap(stream -> folds.all().stream().map(fold -> document(stream, fold, old)))
                .flatMap(Optional::stream)
                .toList();
        if (!fresh.isEmpty()) {
            documents.insert(fresh);
        }
    }

    private Map<String, Document> old(Chunk chunk) {
        if (copied == null) {
            return Map.of();
        }
        return copied.from.whole(chunk.cases().stream()
                .map(Chunk::caseOf)
                .flatMap(caseId -> folds.all().stream()
                        .filter(fold -> !fold.name().equals(copied.but))
                        .map(fold -> CaseDocument.id(caseId, fold)))
                .toList());
    }

    private Optional<Document> document(List<RecordedEvent> stream, Fold<?> fold, Map<String, Document> old) {
        var caseId = Chunk.caseOf(stream);
        var standing = old.get(CaseDocument.id(caseId, fold));
        return standing != null
                        && standing.getInteger("sequence") >= stream.getLast().sequence()
                ? Optional.of(standing)
                : fold(caseId, stream, fold);
    }

    private Optional<Document> fold(UUID caseId, List<RecordedEvent> stream, Fold<?> fold) {
        try {
            var folded = folds.replay(caseId, fold, stream);
            if (folded.failure() != null) {
                parked.park(caseId, fold, folded.sequence() + 1, folded.failure());
            }
            return Optional.ofNullable(folded.document());
        } catch (RuntimeException e) {
            parked.park(caseId, fold, stream.getLast().sequence(), e);
            return Optional.empty();
        }
    }
}
