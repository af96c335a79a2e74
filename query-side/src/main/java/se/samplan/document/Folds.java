package se.samplan.document;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.Fold;
import se.samplan.store.RecordedEvent;

/** All folds of cases, and the documents that they produce. */
public final class Folds {

    private final List<Fold<?>> all;
    private final ViewJson json;

    public Folds(List<Fold<?>> all, ViewJson json) {
        this.all = List.copyOf(all);
        this.json = json;
    }

    public List<Fold<?>> all() {
        return all;
    }

    /** Identifies these folds at their current revisions. */
    public String foldFingerprint() {
        return all.stream()
                .map(fold -> fold.name() + ":" + fold.revision())
                .sorted()
                .collect(Collectors.joining(","));
    }

    public boolean has(String view) {
        return all.stream().anyMatch(fold -> fold.name().equals(view));
    }

    /** The ids of all documents of a case. */
    public Stream<String> ids(UUID caseId) {
        return all.stream().map(fold -> CaseDocument.id(caseId, fold));
    }

    /**
     * A document folded from events.
     *
     * @param sequence of the last event in it; -1 if there is none
     * @param document null if there is none
     * @param failure why the event after that could not be folded; null if all could
     */
    public record Folded(
            int sequence,
            @Nullable Document document,
            @Nullable RuntimeException failure) {}

    /** For a stream that turned out to be no case's, as an unreadable event could not show: nothing to repair. */
    private static final Folded NO_CASE = new Folded(Integer.MAX_VALUE, null, null);

    /** Folds new events into a document; replays the whole stream if there is a gap between the two. */
    public <V> Folded advance(
            UUID caseId,
            Fold<V> fold,
            @Nullable Document document,
            List<RecordedEvent> news,
            Function<UUID, List<RecordedEvent>> streams) {
        var known =
                document == null ? CaseDocument.none(caseId, fold) : CaseDocument.read(caseId, fold, document, json);
        return known.isBehind(news) ? replay(caseId, fold, streams.apply(caseId)) : folded(known.after(news));
    }

    /** Folds a stream from its beginning. */
    public <V> Folded replay(UUID caseId, Fold<V> fold, List<RecordedEvent> stream) {
        if (!CaseChunks.isCase(stream.getFirst())) {
            return NO_CASE;
        }
        return folded(CaseDocument.none(caseId, fold).after(stream));
    }

    private <V> Folded folded(CaseDocument.Reached<V> reached) {
        var document = reached.document();
        return new Folded(
                document.sequence(), document.sequence() < 0 ? null : document.written(json), reached.failure());
    }
}
