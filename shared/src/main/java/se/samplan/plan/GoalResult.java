package se.samplan.plan;

/** How far a goal was reached. */
public enum GoalResult {
    FULLY,
    PARTLY,
    NOT
}
