package se.samplan.clearance;

/** Why the agency does not give clearance. */
public enum DenialReason {
    CLASHES_WITH_MEASURE,
    NOT_SUITABLE,
    DOUBLE_WORK,
    REGISTRATION_ENDED,
    OTHER
}
