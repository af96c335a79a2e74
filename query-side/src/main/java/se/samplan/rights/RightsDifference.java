package se.samplan.rights;

/**
 * A difference between the access rows and the events.
 *
 * @param table the table, or {@code event}
 * @param key the row's key, its parts separated by slashes; for an event, with its type and revision
 */
public record RightsDifference(String table, String key, Kind kind) {

    /** How it differs. */
    public enum Kind {
        /** Expected from the events, but missing. */
        MISSING,
        /** Stored, but not explained by any event. */
        EXTRA,
        /** Stored with other content than expected. */
        DIFFERENT,
        /** This version of the program does not know the event, so the expected content is unknown. */
        UNREADABLE
    }
}
