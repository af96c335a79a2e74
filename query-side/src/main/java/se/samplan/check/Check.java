package se.samplan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.document.CaseChunks;
import se.samplan.document.CaseChunks.Chunk;
import se.samplan.document.CaseDocument;
import se.samplan.document.CaseDocuments;
import se.samplan.document.Digest;
import se.samplan.document.Folds;
import se.samplan.document.ParkedCases;
import se.samplan.fold.Fold;
import se.samplan.operation.Difference;
import se.samplan.operation.Difference.Kind;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/** Compares the digest of every document of all views with that of a fresh fold of its stream. */
final class Check {

    private static final int IDS_AT_ONCE = 1000;

    private final Folds folds;
    private final CaseDocuments documents;
    private final ParkedCases parked;
    private final EventReader events;
    private final Consumer<Difference> found;

    Check(Folds folds, CaseDocuments documents, ParkedCases parked, EventReader events, Consumer<Difference> found) {
        this.folds = folds;
        this.documents = documents;
        this.parked = parked;
        this.events = events;
        this.found = found;
    }

    /**
     * Reports each difference.
     *
     * @param bound the index that the views have reached
     * @param done receives the number of events folded so far
     */
    void upTo(long bound, LongConsumer done) {
        var folded = new long[1];
        CaseChunks.read(events, null, bound, chunk -> {
            compare(chunk);
            folded[0] += chunk.events();
            done.accept(folded[0]);
        });
        extras();
    }

    private void compare(Chunk chunk) {
        var ids = chunk.cases().stream().map(Chunk::caseOf).flatMap(folds::ids).toList();
        var aside = parked.among(ids);
        var live = documents.whole(ids);
        for (var stream : chunk.cases()) {
            folds.all().forEach(fold -> compare(stream, fold, live, aside));
        }
    }

    private void compare(List<RecordedEvent> stream, Fold<?> fold, Map<String, Document> live, Set<String> aside) {
        var id = CaseDocument.id(Chunk.caseOf(stream), fold);
        var kind = aside.contains(id) ? Kind.PARKED : difference(stream, fold, live.get(id));
        if (kind != null) {
            found.accept(new Difference(fold.name(), Chunk.caseOf(stream).toString(), kind));
        }
    }

    private @Nullable Kind difference(List<RecordedEvent> stream, Fold<?> fold, @Nullable Document document) {
        if (document == null) {
            return Kind.MISSING;
        }
        var reached = document.getInteger("sequence");
        var last = stream.getLast().sequence();
        if (reached < last) {
            return Kind.BEHIND;
        }
        var fresh = fold(reached == last ? stream : upTo(reached, Chunk.caseOf(stream)), fold);
        return fresh != null && Digest.of(fresh).equals(Digest.of(document)) ? null : Kind.DIFFERENT;
    }

    /** Null if the fold fails: the document cannot match then. */
    private @Nullable Document fold(List<RecordedEvent> stream, Fold<?> fold) {
        try {
            var folded = folds.replay(Chunk.caseOf(stream), fold, stream);
            return folded.failure() == null ? folded.document() : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The stream as far as the document had it. */
    private List<RecordedEvent> upTo(int sequence, UUID caseId) {
        var stream = events.ofStream(caseId);
        return stream.subList(0, Math.min(stream.size(), sequence + 1));
    }

    private void extras() {
        var some = new ArrayList<String>();
        for (var id : documents.ids()) {
            some.add(id);
            if (some.size() == IDS_AT_ONCE) {
                extras(some);
                some.clear();
            }
        }
        extras(some);
    }

    private void extras(List<String> ids) {
        var cases = new HashSet<UUID>();
        ids.forEach(id -> cases.add(CaseDocument.caseOf(id)));
        var known = events.streamsAmong(cases);
        for (var id : ids) {
            var caseId = CaseDocument.caseOf(id);
            var view = CaseDocument.viewOf(id);
            if (!known.contains(caseId) || !folds.has(view)) {
                found.accept(new Difference(view, caseId.toString(), Kind.EXTRA));
            }
        }
    }
}
