package se.samplan.subsidy;

/** The wage subsidies of the agency. */
public enum Scheme {
    INTRODUCTION_JOB,
    /** OSA. */
    SHELTERED_WORK,
    /** LFU. */
    DEVELOPMENT_EMPLOYMENT,
    WAGE_SUBSIDY,
    NEW_START_JOB
}
