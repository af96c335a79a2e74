package se.samplan.consent;

/** What a consent is given for. */
public enum ConsentPurpose {
    COORDINATED_PLANNING,
    SUBSIDY_DECISION,
    FOLLOW_UP
}
