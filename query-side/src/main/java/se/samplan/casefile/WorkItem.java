package se.samplan.casefile;

/** What a row of a work list is about. */
public enum WorkItem {
    RESPONSIBLE_FOR_CASE,
    NOBODY_RESPONSIBLE,
    REFERRAL_TO_ANSWER,
    REFERRAL_UNANSWERED,
    CLEARANCE_TO_ANSWER,
    CLEARANCE_UNANSWERED,
    SUBSIDY_TO_DECIDE,
    SUBSIDY_UNDECIDED
}
