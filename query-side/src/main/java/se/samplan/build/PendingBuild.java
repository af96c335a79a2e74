package se.samplan.build;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.EventReader;

/**
 * A build in progress, stored so that any process can resume it.
 *
 * @param incarnation of the event store
 * @param foldFingerprint the folds and their revisions
 * @param version names its collections
 * @param replaces the version of the build that it replaces; null if there is none
 * @param only the one view to be rebuilt, while the others are copied; null if all are
 * @param operation the operation that asked for it; null if none did
 * @param bound the index up to which cases are folded before the build catches up
 * @param after the last stream that was folded; null at the beginning
 * @param done events folded
 * @param total events to fold
 * @param last the last event up to the bound; null if there is none, or if an earlier version of the program began it
 */
public record PendingBuild(
        UUID incarnation,
        String foldFingerprint,
        String version,
        @Nullable String replaces,
        @Nullable String only,
        @Nullable UUID operation,
        long bound,
        @Nullable UUID after,
        long done,
        long total,
        @Nullable EventFingerprint last) {

    /** The same build after folding this many more events, up to this stream. */
    public PendingBuild advance(UUID stream, long events) {
        return new PendingBuild(
                incarnation,
                foldFingerprint,
                version,
                replaces,
                only,
                operation,
                bound,
                stream,
                done + events,
                total,
                last);
    }

    /** As {@link Build#isConsistentWith}. */
    public boolean isConsistentWith(EventReader events) {
        return last == null || last.isIn(events);
    }

    static PendingBuild read(Document document) {
        return new PendingBuild(
                UUID.fromString(document.getString("incarnation")),
                document.getString("made"),
                document.getString("version"),
                document.getString("replaces"),
                document.getString("only"),
                id(document.getString("operation")),
                document.getLong("bound"),
                id(document.getString("after")),
                document.getLong("done"),
                document.getLong("total"),
                EventFingerprint.read(document.get("last", Document.class)));
    }

    Document toDocument() {
        return new Document("incarnation", incarnation.toString())
                .append("made", foldFingerprint)
                .append("version", version)
                .append("replaces", replaces)
                .append("only", only)
                .append("operation", operation == null ? null : operation.toString())
                .append("bound", bound)
                .append("after", after == null ? null : after.toString())
                .append("done", done)
                .append("total", total)
                .append("last", last == null ? null : last.toDocument());
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
