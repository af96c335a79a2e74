package se.samplan.organisation;

/** The branches between which secrecy stands, also within one municipality (OSL 8:2). */
public enum Branch {
    LABOUR_MARKET,
    SOCIAL_SERVICES,
    AGENCY,
    HEALTH_CARE,
    SOCIAL_INSURANCE,
    ADULT_EDUCATION,
    DISABILITY_SUPPORT
}
