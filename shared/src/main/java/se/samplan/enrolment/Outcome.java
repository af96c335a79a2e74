package se.samplan.enrolment;

/** How an enrolment ended. */
public enum Outcome {
    REGULAR_EMPLOYMENT,
    SUBSIDISED_EMPLOYMENT,
    OWN_BUSINESS,
    STUDIES_WITH_SUPPORT,
    OTHER_STUDIES,
    /** Does not count as work in the statistics. */
    MUNICIPAL_EMPLOYMENT,
    OTHER_MEASURE,
    BACK_TO_AGENCY,
    /** Sickness compensation or another right form of income (rätt försörjning). */
    RIGHT_INCOME,
    HEALTH,
    PARENTAL_LEAVE,
    MOVED,
    NEEDS_OTHER_SUPPORT,
    DISENGAGED,
    RETIRED,
    DECEASED,
    OTHER
}
