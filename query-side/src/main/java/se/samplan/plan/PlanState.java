package se.samplan.plan;

/** How far a plan has come. */
public enum PlanState {
    DRAFTED,
    AGREED
}
