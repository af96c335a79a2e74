package se.samplan.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.Fold;
import se.samplan.store.RecordedEvent;

/** One fold's view of one case so far, stored in a document of its own. */
public record CaseDocument<V>(UUID caseId, Fold<V> fold, int sequence, V view) {

    public static String id(UUID caseId, Fold<?> fold) {
        return id(caseId, fold.name());
    }

    public static String id(UUID caseId, String view) {
        return caseId + "/" + view;
    }

    public static UUID caseOf(String id) {
        return UUID.fromString(id.substring(0, id.indexOf('/')));
    }

    public static String viewOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    public static <V> CaseDocument<V> none(UUID caseId, Fold<V> fold) {
        return new CaseDocument<>(caseId, fold, -1, fold.nothing());
    }

    public static <V> CaseDocument<V> read(UUID caseId, Fold<V> fold, Document document, ViewJson json) {
        var view = json.read(document.get("view", Document.class), fold.type());
        return new CaseDocument<>(caseId, fold, document.getInteger("sequence"), view);
    }

    /**
     * The result of folding events.
     *
     * @param failure why folding stopped early; null if all events were folded
     */
    public record Reached<V>(
            CaseDocument<V> document, @Nullable RuntimeException failure) {}

    /** Folds the events after its own sequence, up to the first that fails; assumes that no earlier one is missing. */
    public Reached<V> after(List<RecordedEvent> events) {
        var next = this;
        for (var event : events) {
            if (event.sequence() > next.sequence) {
                try {
                    next = new CaseDocument<>(caseId, fold, event.sequence(), fold.evolve(next.view, event));
                } catch (RuntimeException e) {
                    return new Reached<>(next, e);
                }
            }
        }
        return new Reached<>(next, null);
    }

    /** Whether there is a gap between its sequence and these events. */
    public boolean isBehind(List<RecordedEvent> events) {
        return events.getFirst().sequence() > sequence + 1;
    }

    public Document written(ViewJson json) {
        return new Document(Map.of(
                "_id", id(caseId, fold),
                "view", json.write(view),
                "sequence", sequence,
                "rows", json.writeAll(fold.rows(view))));
    }
}
