package se.samplan.policy;

/** What a policy is about. */
public enum PolicyKind {
    /** What a municipality may add beside a measure of the agency. */
    BESIDE_AGENCY_MEASURE,
    /** Within how many days a referral is answered. */
    REFERRAL_ANSWER,
    /** Within how many days the agency answers a request for clearance. */
    CLEARANCE_ANSWER,
    /** Who decides on a wage subsidy at an agency office. */
    SUBSIDY_DECISION
}
