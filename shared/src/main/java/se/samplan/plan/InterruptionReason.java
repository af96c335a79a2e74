package se.samplan.plan;

/** Why an activity stopped before its end. */
public enum InterruptionReason {
    HEALTH,
    WORK,
    STUDIES,
    MOVED,
    DID_NOT_ATTEND,
    NOT_SUITABLE,
    NO_CLEARANCE,
    COLLISION,
    OTHER
}
