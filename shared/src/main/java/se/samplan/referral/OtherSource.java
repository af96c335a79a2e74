package se.samplan.referral;

/** Who sent the person, where the national statistics say other. */
public enum OtherSource {
    /** The municipality's duty towards young people (KAA). */
    YOUTH_DUTY,
    ADULT_EDUCATION,
    HEALTH_CARE,
    COORDINATION_ASSOCIATION,
    PROVIDER,
    MIGRATION_AGENCY
}
