package se.samplan.casework;

/** The kinds of entries that can be open. */
public enum EntryKind {
    REFERRAL,
    ACTIVITY,
    COLLISION,
    CLEARANCE,
    SUBSIDY_REQUEST
}
