package se.samplan.clearance;

/** On what condition the agency gives clearance. */
public enum ClearanceCondition {
    NOT_AT_WORKPLACE,
    OUTSIDE_MEASURE_HOURS,
    REPORT_MONTHLY,
    END_WHEN_MEASURE_STARTS,
    OTHER
}
