package se.samplan.view;

import java.util.UUID;
import org.bson.Document;

/**
 * One build of all views.
 *
 * @param incarnation of the event store
 * @param made the folds and their revisions
 * @param version names its collections
 * @param builtTo the index from which on it is followed
 * @param seenTo the last position that the follower took since
 */
record Build(UUID incarnation, String made, String version, long builtTo, long seenTo) {

    static Build of(Making making, long builtTo) {
        return new Build(making.incarnation(), making.made(), making.version(), builtTo, builtTo);
    }

    /** Whether it was built from this store by these folds, and the store still reaches as far as it has come. */
    boolean isOf(UUID store, String folds, long bound) {
        return incarnation.equals(store) && made.equals(folds) && builtTo <= bound && seenTo <= bound;
    }

    static Build read(Document document) {
        return new Build(
                UUID.fromString(document.getString("incarnation")),
                document.getString("made"),
                document.getString("version"),
                document.getLong("builtTo"),
                document.getLong("seenTo"));
    }

    Document written() {
        return new Document("incarnation", incarnation.toString())
                .append("made", made)
                .append("version", version)
                .append("builtTo", builtTo)
                .append("seenTo", seenTo);
    }
}
