package se.samplan.casefile;

/** The work lists that there are. */
public enum WorkList {
    /** The cases that somebody answers for. */
    MINE,
    /** Cases in which the lane has something open and nobody answers for it. */
    UNASSIGNED,
    /** What was asked of the other party and is not answered. */
    AWAITING,
    /** What has a last day. */
    DEADLINES
}
