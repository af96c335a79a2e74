package se.samplan.client.caseload;

/** What the file of shares says: percentages that make the caseload's stories. */
enum Weight {
    /** Of the participants: those whose enrolment ended in the year. */
    ENDED("people.ended"),
    /** Of the participants: those whose enrolment began in the year; more or fewer where the referral table asks for it. */
    BEGUN("people.begun"),
    /** Of the participants: those who came back within the year. */
    RETURNING("people.returning"),
    /** The following, of the participants, are further people: they are referred and never take part. */
    DECLINED("people.declined"),
    OVERDUE("people.overdue"),
    WITHDRAWN("people.withdrawn"),
    REFERRAL_IN_ERROR("people.referral-in-error"),
    ENROLMENT_IN_ERROR("people.enrolment-in-error"),
    EARLIER_YEAR("people.earlier-year"),
    HOLIDAY_JOB("people.holiday-job"),
    PROTECTED("people.protected"),
    COORDINATION_NUMBER("people.coordination-number"),
    INTERIM_NUMBER("people.interim-number"),
    /** The storylines, of all cases. */
    COMPLEMENTARY("story.complementary"),
    CONSENT_WITHDRAWN("story.consent-withdrawn"),
    COLLISION_ACCEPTED("story.collision-accepted"),
    COLLISION_MOVED("story.collision-moved"),
    COLLISION_ENDED("story.collision-ended"),
    CLEARANCE_GRANTED("story.clearance-granted"),
    CLEARANCE_DENIED("story.clearance-denied"),
    CLEARANCE_OVERDUE("story.clearance-overdue"),
    CLEARANCE_WITHDRAWN("story.clearance-withdrawn"),
    STARTED_WITHOUT_CLEARANCE("story.started-without-clearance"),
    SUBSIDY_APPROVED("story.subsidy-approved"),
    SUBSIDY_APPROVED_BY_TWO("story.subsidy-approved-by-two"),
    SUBSIDY_REFUSED("story.subsidy-refused"),
    SUBSIDY_WITHDRAWN("story.subsidy-withdrawn"),
    SUBSIDY_LAPSED("story.subsidy-lapsed"),
    AGENCY_APART("story.agency-apart"),
    /** The side events, of the participants that they suit. */
    MUNICIPAL_PLAN("extra.municipal-plan"),
    GOAL_ACHIEVED("extra.goal-achieved"),
    MUNICIPAL_ACTIVITY("extra.municipal-activity"),
    ACTIVITY_IN_ERROR("extra.activity-in-error"),
    HAND_OVER("extra.hand-over"),
    DEREGISTERED("extra.deregistered"),
    LEFT_OPEN("extra.left-open");

    private final String key;

    Weight(String key) {
        this.key = key;
    }

    /** Its name in the file. */
    String key() {
        return key;
    }
}
