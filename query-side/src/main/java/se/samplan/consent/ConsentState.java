package se.samplan.consent;

/** Whether a consent is in force at a moment. */
public enum ConsentState {
    NOT_YET_VALID,
    IN_FORCE,
    EXPIRED,
    WITHDRAWN
}
