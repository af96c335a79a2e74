package se.samplan.casefile;

/** The work lists. */
public enum WorkList {
    /** The open cases that a caseworker is responsible for. */
    MINE,
    /** The cases that a caseworker is responsible for, in which all that the lane had open has ended. */
    CLOSED,
    /** Cases in which the lane has something open and no responsible caseworker who can see them. */
    UNASSIGNED,
    /** Requests that the other party has not answered. */
    AWAITING,
    /** Whatever has a deadline. */
    DEADLINES
}
