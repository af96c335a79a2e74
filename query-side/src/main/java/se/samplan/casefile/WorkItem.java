package se.samplan.casefile;

/** The subject of a work-list row. */
public enum WorkItem {
    RESPONSIBLE_FOR_CASE,
    CASE_CLOSED,
    NOBODY_RESPONSIBLE,
    REFERRAL_TO_ANSWER,
    REFERRAL_UNANSWERED,
    CLEARANCE_TO_ANSWER,
    CLEARANCE_UNANSWERED,
    SUBSIDY_TO_DECIDE,
    SUBSIDY_UNDECIDED
}
