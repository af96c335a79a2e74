package se.samplan.operation;

/**
 * Something that is not as it follows from the events.
 *
 * @param view the view, or {@code rights.} and the table of rights
 * @param of the case, or the row's key
 */
public record Difference(String view, String of, Kind kind) {

    /** How it differs. */
    public enum Kind {
        /** It follows from the events and is not there. */
        MISSING,
        /** It is there and follows from no event. */
        EXTRA,
        /** It is there with another content. */
        DIFFERENT,
        /** It does not have the latest events, although the view says that it has come past them. */
        BEHIND,
        /** It is set aside, since an event could not be read or folded. */
        PARKED,
        /** This program does not know the event, so nobody can tell what follows from it. */
        UNREADABLE
    }
}
