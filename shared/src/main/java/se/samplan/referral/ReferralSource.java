package se.samplan.referral;

/** Who sent the person, in the classes of the national statistics. */
public enum ReferralSource {
    EMPLOYMENT_SERVICE,
    EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES,
    SOCIAL_INSURANCE_AGENCY,
    SELF,
    SOCIAL_SERVICES,
    OTHER
}
