package se.samplan.view;

import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.EventReader;

/**
 * One build of all views.
 *
 * @param incarnation of the event store
 * @param made the folds and their revisions
 * @param version names its collections
 * @param builtTo the index from which on it is followed
 * @param seenTo the last position that the follower took since
 * @param last the last event that was taken; null if there was none, or a program published it that did not keep this
 */
record Build(
        UUID incarnation,
        String made,
        String version,
        long builtTo,
        long seenTo,
        @Nullable Mark last) {

    static Build of(Making making, long builtTo, @Nullable Mark last) {
        return new Build(making.incarnation(), making.made(), making.version(), builtTo, builtTo, last);
    }

    /** Whether it was built from this store by these folds, and the store still reaches as far as it has come. */
    boolean isOf(UUID store, String folds, long bound) {
        return incarnation.equals(store) && made.equals(folds) && builtTo <= bound && seenTo <= bound;
    }

    /**
     * Whether the last event that was taken is in the store: one that was restored from before, and has grown past it
     * since, has another there or none. Where it is not kept, nobody can tell; it is kept from the next batch on.
     */
    boolean isOfThePastOf(EventReader events) {
        return last == null || last.isIn(events);
    }

    static Build read(Document document) {
        return new Build(
                UUID.fromString(document.getString("incarnation")),
                document.getString("made"),
                document.getString("version"),
                document.getLong("builtTo"),
                document.getLong("seenTo"),
                Mark.read(document.get("last", Document.class)));
    }

    Document written() {
        return new Document("incarnation", incarnation.toString())
                .append("made", made)
                .append("version", version)
                .append("builtTo", builtTo)
                .append("seenTo", seenTo)
                .append("last", last == null ? null : last.written());
    }
}
