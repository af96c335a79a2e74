package se.samplan.plan;

/** How far an activity has come. */
public enum ActivityState {
    PLANNED,
    STARTED,
    COMPLETED,
    INTERRUPTED
}
