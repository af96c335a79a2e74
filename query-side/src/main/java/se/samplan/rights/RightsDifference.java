package se.samplan.rights;

/**
 * Where the rows of rights and the events say different things.
 *
 * @param table the table, or {@code event}
 * @param key the row's key, its parts divided by a slash; of an event its type and revision too
 */
public record RightsDifference(String table, String key, Kind kind) {

    /** What is the matter with it. */
    public enum Kind {
        /** It follows from the events and is not there. */
        MISSING,
        /** It is there and follows from no event. */
        EXTRA,
        /** It says something else than what follows from the events. */
        DIFFERENT,
        /** This program does not know the event, so nobody can tell what follows from it. */
        UNREADABLE
    }
}
