package se.samplan.registration;

/** Why the agency deregistered the person. */
public enum DeregistrationReason {
    WORK,
    STUDIES,
    OWN_REQUEST,
    CONTACT_LOST,
    REPORT_MISSED,
    REFUSED_MEASURE,
    MOVED,
    DECEASED,
    OTHER
}
