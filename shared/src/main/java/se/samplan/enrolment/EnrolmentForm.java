package se.samplan.enrolment;

/** What the person takes part in; only programmes count in the national statistics. */
public enum EnrolmentForm {
    PROGRAMME,
    HOLIDAY_JOB,
    YOUTH_PLACEMENT
}
