package se.samplan.clearance;

/** How far a request for clearance has come. */
public enum ClearanceState {
    REQUESTED,
    OVERDUE,
    GRANTED,
    DENIED,
    WITHDRAWN
}
