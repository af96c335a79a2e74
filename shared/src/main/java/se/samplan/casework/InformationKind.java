package se.samplan.casework;

/** The kinds of information that a ground can cover. */
public enum InformationKind {
    CONTACT,
    REGISTRATION_STATUS,
    PLAN,
    ACTIVITIES,
    ASSESSMENTS,
    ACTIVITY_REPORTS,
    SUBSIDY,
    PROGRESS,
    OUTCOME,
    HEALTH
}
