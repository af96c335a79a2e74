package se.samplan.plan;

/** What a goal is about. */
public enum GoalKind {
    EMPLOYMENT,
    STUDIES,
    /** A level of work capacity, in percent. */
    CAPACITY,
    LANGUAGE,
    HEALTH,
    OTHER
}
