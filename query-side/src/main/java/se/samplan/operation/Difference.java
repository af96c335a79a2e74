package se.samplan.operation;

/**
 * Something stored that does not match the events.
 *
 * @param view the view, or {@code rights.} and the table of rights
 * @param of the case, or the row's key
 */
public record Difference(String view, String of, Kind kind) {

    /** How it differs. */
    public enum Kind {
        /** Expected from the events, but missing. */
        MISSING,
        /** Stored, but not explained by any event. */
        EXTRA,
        /** Stored with other content than expected. */
        DIFFERENT,
        /** Lacks the latest events, although the view reports a position beyond them. */
        BEHIND,
        /** Parked, since an event could not be read or folded. */
        PARKED,
        /** This version of the program does not know the event, so the expected content is unknown. */
        UNREADABLE
    }
}
