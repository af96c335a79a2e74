package se.samplan.build;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.EventReader;

/**
 * One build of all views: the documents that one set of folds produced from one event store.
 *
 * @param incarnation of the event store
 * @param foldFingerprint the folds and their revisions
 * @param version names its collections
 * @param builtTo the index after which its processors start
 * @param seenTo the last position that they have recorded
 * @param last the last event folded; null if there was none, or if an earlier version of the program published it
 */
public record Build(
        UUID incarnation,
        String foldFingerprint,
        String version,
        long builtTo,
        long seenTo,
        @Nullable EventFingerprint last) {

    public static Build of(PendingBuild pending, long builtTo, @Nullable EventFingerprint last) {
        return new Build(pending.incarnation(), pending.foldFingerprint(), pending.version(), builtTo, builtTo, last);
    }

    /** Whether it was built from this store by these folds, and the store has not lost events since. */
    public boolean matches(UUID store, String folds, long bound) {
        return incarnation.equals(store) && foldFingerprint.equals(folds) && builtTo <= bound && seenTo <= bound;
    }

    /**
     * Whether the last event folded is in the store: a store that was restored from a backup and has grown since has
     * a different event at that index, or none. True for a build that has recorded no event yet; the next batch does.
     */
    public boolean isConsistentWith(EventReader events) {
        return last == null || last.isIn(events);
    }

    static Build read(Document document) {
        return new Build(
                UUID.fromString(document.getString("incarnation")),
                document.getString("made"),
                document.getString("version"),
                document.getLong("builtTo"),
                document.getLong("seenTo"),
                EventFingerprint.read(document.get("last", Document.class)));
    }

    Document toDocument() {
        return new Document("incarnation", incarnation.toString())
                .append("made", foldFingerprint)
                .append("version", version)
                .append("builtTo", builtTo)
                .append("seenTo", seenTo)
                .append("last", last == null ? null : last.toDocument());
    }
}
