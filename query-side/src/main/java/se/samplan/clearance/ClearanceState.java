package se.samplan.clearance;

/** The state of a request for clearance. */
public enum ClearanceState {
    REQUESTED,
    OVERDUE,
    GRANTED,
    DENIED,
    WITHDRAWN
}
