package se.samplan.web;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A person's case, and short ways to bring it where a test begins. */
public final class Scene {

    public static final String AME = "1481:LABOUR_MARKET";
    public static final String SOCIAL = "1481:SOCIAL_SERVICES";
    public static final String AF = "AF:AGENCY";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int OF_A_DAY = 1000;

    private final UUID participant;
    private final UUID caseId;

    private Scene(UUID participant, UUID caseId) {
        this.participant = participant;
        this.caseId = caseId;
    }

    /** An interim number that nobody has; such numbers are no person's. */
    public static String freshNumber() {
        var next = NUMBER.getAndIncrement();
        var day = LocalDate.of(1990, 1, 1).plusDays(next / OF_A_DAY);
        return "%s-T%03d".formatted(day.toString().replace("-", ""), next % OF_A_DAY);
    }

    /** A new person, registered by these. */
    public static Scene of(TestStaff... registering) {
        var number = freshNumber();
        Scene scene = null;
        for (var each : registering) {
            scene = register(each, number);
        }
        if (scene == null) {
            throw new IllegalArgumentException("nobody registers");
        }
        return scene;
    }

    /** A new person whom the unit, the social services and the agency all have to do with. */
    public static Scene ofAll() {
        return of(TestStaff.CASEWORKER, TestStaff.SOCIAL_WORKER_1, TestStaff.AGENCY);
    }

    static Scene register(TestStaff by, String number) {
        var answer = by.post("/api/participants", "{'identityNumber':'%s'}".formatted(number));
        return new Scene(answer.id("participantId"), answer.id("caseId"));
    }

    public UUID participant() {
        return participant;
    }

    public UUID caseId() {
        return caseId;
    }

    /** Posts below the case. */
    public HttpAnswer post(TestStaff by, String path, String body, String... headers) {
        return by.post("/api/cases/" + caseId + "/" + path, body, headers);
    }

    /** The path of an entry's sub-resource. */
    public static String below(String entries, UUID id, String what) {
        return entries + "/" + id + "/" + what;
    }

    public HttpAnswer refer(TestStaff by) {
        var source = by == TestStaff.SOCIAL_WORKER_1 ? "SOCIAL_SERVICES" : "SELF";
        return post(by, "referrals", referral("'source':'" + source + "'"));
    }

    public static String referral(String more) {
        return "{'to':'%s','targetGroup':'OTHER','socialAssistance':'NONE','education':'COMPULSORY',%s}"
                .formatted(AME, more);
    }

    public UUID referred() {
        return refer(TestStaff.SOCIAL_WORKER_1).id("referralId");
    }

    public UUID enrolled() {
        return post(TestStaff.CASEWORKER, "enrolments", "{}").id("enrolmentId");
    }

    public UUID registered() {
        return post(TestStaff.AGENCY, "registrations", registration("'provenance':'OWN'"))
                .id("registrationId");
    }

    public static String registration(String more) {
        return "{'office':'AF-1481','channel':'DIGITAL','routing':'LOCAL_OFFICE',%s}".formatted(more);
    }

    public UUID consented() {
        return consent("'kinds':['ACTIVITIES','SUBSIDY','PLAN'],'form':'WRITTEN'")
                .id("groundId");
    }

    public HttpAnswer consent(String more) {
        return post(
                TestStaff.CASEWORKER,
                "consents",
                "{'parties':['%s','%s'],'purpose':'COORDINATED_PLANNING',%s}".formatted(AME, AF, more));
    }

    public UUID drafted() {
        return post(TestStaff.CASEWORKER, "plans", "{'from':'2026-01-01'}").id("planId");
    }

    public UUID goal(UUID plan) {
        return post(TestStaff.CASEWORKER, below("plans", plan, "goals"), "{'kind':'STUDIES'}")
                .id("goalId");
    }

    public HttpAnswer plan(TestStaff by, String kind, String more) {
        return post(
                by,
                "activities",
                "{'kind':'%s','from':'2026-01-01','hoursPerWeek':10%s}"
                        .formatted(kind, more.isEmpty() ? "" : "," + more));
    }

    /** An activity of the unit. */
    public UUID planned() {
        return plan(TestStaff.CASEWORKER, "COACHING", "").id("activityId");
    }

    /** A measure of the agency. */
    public UUID measured() {
        return plan(TestStaff.AGENCY, "PREPARE_AND_MATCH", "").id("activityId");
    }

    public HttpAnswer askClearance(UUID activity) {
        return post(TestStaff.CASEWORKER, "clearances", "{'activityId':'%s'}".formatted(activity));
    }

    public UUID clearanceAsked() {
        consented();
        return askClearance(planned()).id("clearanceId");
    }

    public HttpAnswer askSubsidy(String employer, LocalDate windowClosesOn) {
        return post(TestStaff.CASEWORKER, "subsidy-requests", """
                {'scheme':'NEW_START_JOB','employer':'%s','extentPercent':50,'wantedStart':'2027-01-01',
                 'windowClosesOn':'%s'}""".formatted(employer, windowClosesOn));
    }

    public UUID subsidyAsked() {
        consented();
        return askSubsidy("556016-0680", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30))
                .id("subsidyRequestId");
    }

    public static String approval(int level) {
        return "{'levelPercent':%d,'from':'2027-01-01','to':'2027-06-30'}".formatted(level);
    }

    /** A collision of the unit's with the agency's, which both may know. */
    public UUID collided() {
        consented();
        measured();
        var answer = plan(TestStaff.CASEWORKER, "WORK_PLACEMENT", "'atWorkplace':true");
        return UUID.fromString(answer.json().at("/collisions/0/collisionId").asString());
    }

    /** From now on only those with the mandate see the person. */
    public Scene protectedFromNowOn() {
        protect(TestStaff.TRUSTED_MANAGER, "SECRECY_MARKING").done();
        protect(TestStaff.TRUSTED, "SECRECY_MARKING").done();
        return this;
    }

    /** What one of two people does. */
    public HttpAnswer protect(TestStaff by, String protection) {
        return by.post("/api/participants/" + participant + "/protection", "{'protection':'%s'}".formatted(protection));
    }

    /** What one of two people does. */
    public HttpAnswer lift(TestStaff by) {
        return by.post("/api/participants/" + participant + "/protection/lifting", "{}");
    }
}
