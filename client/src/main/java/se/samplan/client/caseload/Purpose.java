package se.samplan.client.caseload;

/** What a person of the caseload is there for. */
enum Purpose {
    /** Takes part in the year, and counts. */
    PARTICIPANT,
    /** Was referred in the year and declined: a referral that counts, a person who does not. */
    DECLINED,
    /** Was referred in the year, and nobody answered in time: as declined. */
    OVERDUE,
    /** The following count nowhere. */
    WITHDRAWN,
    REFERRAL_IN_ERROR,
    ENROLMENT_IN_ERROR,
    /** Took part, but in the year before only. */
    EARLIER_YEAR,
    /** Had a holiday job. */
    HOLIDAY_JOB;

    boolean countsAsReferral() {
        return this == PARTICIPANT || this == DECLINED || this == OVERDUE;
    }
}
