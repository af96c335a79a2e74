package se.samplan.build;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.EventReader;

/**
 * One build of all views.
 *
 * @param incarnation of the event store
 * @param foldFingerprint the folds and their revisions
 * @param version names its collections
 * @param builtTo the index from which on it is followed
 * @param seenTo the last position that the follower took since
 * @param last the last event that was taken; null if there was none, or a program published it that did not keep this
 */
public record Build(
        UUID incarnation,
        String foldFingerprint,
        String version,
        long builtTo,
        long seenTo,
        @Nullable EventFingerprint last) {

    public static Build of(PendingBuild making, long builtTo, @Nullable EventFingerprint last) {
        return new Build(making.incarnation(), making.foldFingerprint(), making.version(), builtTo, builtTo, last);
    }

    /** Whether it was built from this store by these folds, and the store still reaches as far as it has come. */
    public boolean isOf(UUID store, String folds, long bound) {
        return incarnation.equals(store) && foldFingerprint.equals(folds) && builtTo <= bound && seenTo <= bound;
    }

    /**
     * Whether the last event that was taken is in the store: one that was restored from before, and has grown past it
     * since, has another there or none. Where it is not kept, nobody can tell; it is kept from the next batch on.
     */
    public boolean isOfThePastOf(EventReader events) {
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

    public Document written() {
        return new Document("incarnation", incarnation.toString())
                .append("made", foldFingerprint)
                .append("version", version)
                .append("builtTo", builtTo)
                .append("seenTo", seenTo)
                .append("last", last == null ? null : last.written());
    }
}
