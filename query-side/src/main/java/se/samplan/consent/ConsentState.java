package se.samplan.consent;

/** Whether a consent holds at a moment. */
public enum ConsentState {
    NOT_YET_VALID,
    IN_FORCE,
    EXPIRED,
    WITHDRAWN
}
