package se.samplan.referral;

/** Whom the referral is about, in the terms of agreements between the agency and municipalities. */
public enum TargetGroup {
    SOCIAL_ASSISTANCE_RECIPIENT,
    YOUNG_PERSON,
    NEWCOMER,
    LONG_TERM_UNEMPLOYED,
    REDUCED_WORK_CAPACITY,
    OTHER
}
