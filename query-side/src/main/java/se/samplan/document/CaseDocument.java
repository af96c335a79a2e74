package se.samplan.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.Fold;
import se.samplan.store.RecordedEvent;

/** What one fold has made of one case so far, and how it stands in a document of its own. */
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
     * How far events could be folded.
     *
     * @param failure why no further; null if all of them were
     */
    public record Reached<V>(
            CaseDocument<V> document, @Nullable RuntimeException failure) {}

    /** With the events that it does not know yet, up to the first that fails; events before these are taken for known. */
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

    /** Whether events are missing between it and these. */
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
