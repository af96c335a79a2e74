package se.samplan.plan;

/** The state of an activity. */
public enum ActivityState {
    PLANNED,
    STARTED,
    COMPLETED,
    INTERRUPTED
}
