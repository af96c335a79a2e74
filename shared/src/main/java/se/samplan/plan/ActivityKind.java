package se.samplan.plan;

/** What is done in an activity. */
public enum ActivityKind {
    MAPPING,
    COACHING,
    JOB_SEARCH,
    STUDY_GUIDANCE,
    LANGUAGE_SUPPORT,
    /** Praktik. */
    WORK_PLACEMENT,
    WORK_TRAINING,
    ENHANCED_WORK_TRAINING,
    HEALTH_PROMOTION,
    PRE_REHABILITATION,
    LOW_THRESHOLD,
    /** IPS / Supported Employment. */
    SUPPORTED_EMPLOYMENT,
    MATCHING,
    /** Rusta och matcha. */
    PREPARE_AND_MATCH,
    OTHER_PROVIDER_MEASURE,
    ADULT_EDUCATION,
    MUNICIPAL_EMPLOYMENT,
    INTRODUCTION_JOB,
    /** Skyddat arbete hos offentlig arbetsgivare (OSA). */
    SHELTERED_WORK,
    /** Lönebidrag för utveckling i anställning (LFU). */
    DEVELOPMENT_EMPLOYMENT,
    OTHER
}
