package se.samplan.plan;

/** The state of a plan. */
public enum PlanState {
    DRAFTED,
    AGREED
}
