package se.samplan.collision;

/** What made a collision go away. */
public enum Resolution {
    ACTIVITY_MOVED,
    ACTIVITY_ENDED,
    CLEARANCE_GRANTED,
    ENTERED_IN_ERROR
}
