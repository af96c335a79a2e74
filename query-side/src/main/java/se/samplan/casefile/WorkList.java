package se.samplan.casefile;

/** The work lists. */
public enum WorkList {
    /** The cases that a caseworker is responsible for. */
    MINE,
    /** Cases in which the lane has something open and no responsible caseworker. */
    UNASSIGNED,
    /** Requests that the other party has not answered. */
    AWAITING,
    /** Whatever has a deadline. */
    DEADLINES
}
