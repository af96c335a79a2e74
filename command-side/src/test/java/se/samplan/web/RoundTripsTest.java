package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.COLLEAGUE;
import static se.samplan.web.TestStaff.MANAGER;
import static se.samplan.web.TestStaff.OPERATOR_1;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;
import static se.samplan.web.TestStaff.TRUSTED;
import static se.samplan.web.TestStaff.TRUSTED_MANAGER;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command is two round trips to PostgreSQL: first reads, then the append with all its rows and the commit. */
class RoundTripsTest {

    private static final int A_COMMAND = 2;

    /** Whether its sender may, with the data key of the first text of a lane in a class, or a sole trader's id, or both. */
    private static final int ASKING_THE_VAULT = A_COMMAND + 1;

    private static final Set<String> MEASURED = ConcurrentHashMap.newKeySet();

    private static final String KEY = "Idempotency-Key";

    /** A case in which policies are in memory and the day's hashing key is known. */
    private static Scene warm() {
        var scene = Scene.ofAll();
        scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}", KEY, key()).done();
        return scene;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** No write may be left out: whoever adds one measures it here. */
    @AfterAll
    static void every_write_is_measured() {
        assertThat(Endpoints.mapped(Running.shared())).hasSizeGreaterThan(30).allSatisfy(pattern -> assertThat(MEASURED)
                .as("paths measured for " + pattern)
                .anyMatch(path -> path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"))));
    }

    private static HttpAnswer twoTrips(HttpAnswer answer) {
        MEASURED.add(answer.path());
        assertThat(answer.done().trips()).as(answer.text()).isEqualTo(A_COMMAND);
        return answer;
    }

    @Test
    void of_registering_a_person_known_or_not() {
        var number = Scene.freshNumber();
        var body = "{'identityNumber':'%s'}".formatted(number);

        twoTrips(CASEWORKER.post("/api/participants", body));
        twoTrips(AGENCY.post("/api/participants", body));
    }

    @Test
    void of_referrals() {
        var scene = warm();
        var referral = twoTrips(scene.refer(SOCIAL_WORKER_1)).id("referralId");
        twoTrips(scene.post(CASEWORKER, below("referrals", referral, "acceptance"), "{}"));
        var second = twoTrips(scene.refer(SOCIAL_WORKER_1)).id("referralId");
        twoTrips(scene.post(CASEWORKER, below("referrals", second, "refusal"), "{'reason':'OTHER'}"));
        var third = twoTrips(scene.refer(SOCIAL_WORKER_1)).id("referralId");
        twoTrips(scene.post(SOCIAL_WORKER_1, below("referrals", third, "withdrawal"), "{'reason':'OTHER'}"));
    }

    @Test
    void of_the_first_command_of_a_case() {
        twoTrips(Scene.ofAll().refer(SOCIAL_WORKER_1));
    }

    @Test
    void of_enrolments_and_caseworkers() {
        var scene = warm();
        var enrolment = twoTrips(scene.post(CASEWORKER, "enrolments", "{}")).id("enrolmentId");
        twoTrips(scene.post(CASEWORKER, "caseworkers", "{}"));
        var handedOver =
                twoTrips(scene.post(MANAGER, "caseworkers/hand-over", "{'to':'%s'}".formatted(COLLEAGUE.staffId())));
        twoTrips(scene.post(MANAGER, below("caseworkers", handedOver.id("assignmentId"), "ending"), "{}"));
        var check = CASEWORKER
                .client()
                .get("/api/cases/" + scene.caseId() + "/" + below("enrolments", enrolment, "closing-check"));
        assertThat(check.trips()).as(check.text()).isEqualTo(A_COMMAND);
        twoTrips(scene.post(CASEWORKER, below("enrolments", enrolment, "ending"), "{'outcome':'OTHER'}"));
    }

    @ParameterizedTest
    @MethodSource("se.samplan.web.OverHttp#all")
    void of_each_capability_that_shows_itself(OverHttp capability) {
        capability.accepted(warm()).forEach(RoundTripsTest::twoTrips);
    }

    @Test
    void of_plans_and_goals() {
        var scene = warm();
        var plan = twoTrips(scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}"))
                .id("planId");
        twoTrips(scene.post(CASEWORKER, below("plans", plan, "agreement"), "{}"));
        var goal = twoTrips(scene.post(CASEWORKER, below("plans", plan, "goals"), "{'kind':'STUDIES'}"))
                .id("goalId");
        twoTrips(scene.post(
                CASEWORKER, below("plans", plan, below("goals", goal, "achievement")), "{'result':'FULLY'}"));
    }

    @Test
    void of_activities_that_collide_and_what_follows() {
        var scene = warm();
        var consent = twoTrips(scene.consent("'kinds':['ACTIVITIES','SUBSIDY'],'form':'WRITTEN'"))
                .id("groundId");
        twoTrips(scene.plan(AGENCY, "PREPARE_AND_MATCH", ""));
        var planned = twoTrips(scene.plan(CASEWORKER, "WORK_PLACEMENT", "'atWorkplace':true"));
        var activity = planned.id("activityId");
        assertThat(planned.json().path("collisions")).hasSize(1);
        var clearance = twoTrips(scene.askClearance(activity)).id("clearanceId");
        twoTrips(scene.post(AGENCY, below("clearances", clearance, "grant"), "{}"));
        twoTrips(scene.post(AGENCY, below("clearances", clearance, "withdrawal"), "{}"));
        var second = twoTrips(scene.askClearance(activity)).id("clearanceId");
        twoTrips(scene.post(AGENCY, below("clearances", second, "denial"), "{'reason':'OTHER'}"));
        twoTrips(scene.post(
                CASEWORKER, below("activities", activity, "rescheduling"), "{'from':'2026-02-01','hoursPerWeek':5}"));
        twoTrips(scene.post(CASEWORKER, below("activities", activity, "interruption"), "{'reason':'OTHER'}"));
        var calm = twoTrips(scene.plan(CASEWORKER, "COACHING", "")).id("activityId");
        twoTrips(scene.post(CASEWORKER, below("activities", calm, "start"), "{}"));
        twoTrips(scene.post(CASEWORKER, below("activities", calm, "completion"), "{}"));
        twoTrips(scene.post(CASEWORKER, "corrections", "{'entry':'%s','reason':'WRONG_FACTS'}".formatted(activity)));
        twoTrips(scene.post(CASEWORKER, below("consents", consent, "withdrawal"), "{}"));
        twoTrips(scene.post(CASEWORKER, "passing-of-time", "{'until':'2026-01-01'}"));
    }

    @Test
    void of_subsidies() {
        var scene = warm();
        scene.consented();
        var closes = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        var first = twoTrips(scene.askSubsidy("556016-0680", closes)).id("subsidyRequestId");
        twoTrips(scene.post(AGENCY, below("subsidy-requests", first, "approval"), Scene.approval(50)));
        var second = twoTrips(scene.askSubsidy("556016-0680", closes)).id("subsidyRequestId");
        twoTrips(scene.post(AGENCY, below("subsidy-requests", second, "refusal"), "{'reason':'OTHER'}"));
        var third = twoTrips(scene.askSubsidy("556016-0680", closes)).id("subsidyRequestId");
        twoTrips(scene.post(CASEWORKER, below("subsidy-requests", third, "withdrawal"), "{}"));
    }

    @Test
    void of_a_subsidy_for_a_sole_trader() {
        var scene = warm();
        scene.consented();
        var closes = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        for (var known : new boolean[] {false, true}) {
            assertThat(scene.askSubsidy(Marks.SOLE_TRADER, closes).done().trips())
                    .as("known: " + known)
                    .isEqualTo(ASKING_THE_VAULT);
        }
    }

    @Test
    void of_a_subsidy_for_a_sole_trader_with_the_first_text_of_its_lane() {
        var scene = warm();
        scene.consented();

        assertThat(scene.post(CASEWORKER, "subsidy-requests", """
                        {'scheme':'NEW_START_JOB','employer':'%s','position':'%s','extentPercent':50,
                         'wantedStart':'2027-01-01','windowClosesOn':'%s'}""".formatted(
                                        Marks.SOLE_TRADER,
                                        Marks.TEXT,
                                        LocalDate.now(ZoneOffset.UTC).plusDays(30)))
                        .done()
                        .trips())
                .isEqualTo(ASKING_THE_VAULT);
    }

    @Test
    void of_sealed_text_once_its_data_key_is_there() {
        var scene = warm();
        var body = "{'from':'2026-01-01','summary':'" + Marks.TEXT + "'}";

        assertThat(scene.post(CASEWORKER, "plans", body).done().trips()).isEqualTo(ASKING_THE_VAULT);
        twoTrips(scene.post(CASEWORKER, "plans", body));
        twoTrips(scene.post(COLLEAGUE, "plans", body));
        // A collision is accepted with a text always.
        var collision = scene.collided();
        scene.post(CASEWORKER, "referrals", Scene.referral("'source':'SELF','reason':'" + Marks.TEXT + "'"))
                .done();
        twoTrips(scene.post(
                CASEWORKER, below("collisions", collision, "acceptance"), "{'reason':'" + Marks.TEXT + "'}"));
    }

    @Test
    void of_a_first_and_a_repeated_sending() {
        var scene = warm();
        var key = key();
        twoTrips(scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}", KEY, key));
        twoTrips(scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}", KEY, key));
    }

    @Test
    void of_organisations_staff_policies_and_protection() {
        var id = "T" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        twoTrips(OPERATOR_1.post(
                "/api/organisations", "{'organisationId':'%s','kind':'MUNICIPALITY','name':'x'}".formatted(id)));
        var staff = twoTrips(OPERATOR_1.post(
                        "/api/staff", "{'organisation':'%s','subject':'x','role':'SOCIAL_WORKER'}".formatted(id)))
                .id("staffId");
        twoTrips(OPERATOR_1.post("/api/staff/" + staff + "/ending", "{}"));
        var auditor = twoTrips(OPERATOR_1.post("/api/staff", "{'organisation':'1481','subject':'y','role':'AUDITOR'}"))
                .id("staffId");
        twoTrips(MANAGER.post("/api/staff/" + auditor + "/confirmation", "{}"));
        twoTrips(OPERATOR_1.post(
                "/api/organisations/" + id + "/policies",
                "{'kind':'REFERRAL_ANSWER','values':{'days':'3'},'validFrom':'2019-01-01'}"));
        // Policies are read anew by whoever comes next.
        warm();
        var scene = Scene.ofAll();
        twoTrips(scene.protect(TRUSTED_MANAGER, "SECRECY_MARKING"));
        twoTrips(scene.protect(TRUSTED, "SECRECY_MARKING"));
        twoTrips(scene.lift(TRUSTED));
        twoTrips(scene.lift(TRUSTED_MANAGER));
    }
}
