package se.samplan.casework;

/** What an entry that can be open is. */
public enum EntryKind {
    REFERRAL,
    ACTIVITY,
    COLLISION,
    CLEARANCE,
    SUBSIDY_REQUEST
}
