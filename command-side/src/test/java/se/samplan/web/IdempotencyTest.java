package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.COLLEAGUE;
import static se.samplan.web.TestStaff.OPERATOR_1;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.http.Positions;
import se.samplan.organisation.Role;
import se.samplan.pipeline.Idempotency;

/** A write that is sent again with its key has its effect once, and is answered by today's rights. */
class IdempotencyTest {

    private static final Running RUNNING = Running.shared();
    private static final String KEY = "Idempotency-Key";
    private static final String PLAN = "{'from':'2026-01-01','summary':'" + Marks.TEXT + "'}";

    /** As many as the command side takes at once, so that nobody has to wait for a place. */
    private static final int THREADS = 16;

    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void nowAgain() {
        RUNNING.clock().reset();
    }

    @Test
    void the_same_again_has_one_effect_and_names_the_same_entry() {
        var scene = Scene.ofAll();

        var first = scene.post(CASEWORKER, "plans", PLAN, KEY, key);
        var events = RUNNING.count("samplan.event");
        var second = scene.post(CASEWORKER, "plans", PLAN, KEY, key);

        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Samplan-Position")).hasSameSizeAs(first.header("Samplan-Position"));
        assertThat(RUNNING.count("samplan.event")).isEqualTo(events);
    }

    @Test
    void another_body_or_path_under_the_key_is_refused() {
        var scene = Scene.ofAll();
        scene.post(CASEWORKER, "plans", PLAN, KEY, key).done();

        scene.post(CASEWORKER, "plans", "{'from':'2026-01-02'}", KEY, key).refused(422, "IDEMPOTENCY_KEY_REUSED");
        Scene.ofAll().post(CASEWORKER, "plans", PLAN, KEY, key).refused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    /** What is read from it may order a set another way in each process: then a retry after a restart would be refused. */
    @Test
    void bodies_are_compared_as_they_were_sent() {
        var scene = Scene.ofAll();
        var body = """
                {'parties':['1481:LABOUR_MARKET','AF:AGENCY'],'purpose':'COORDINATED_PLANNING','form':'WRITTEN',
                 'kinds':[%s]}""";
        var path = "consents";
        scene.post(CASEWORKER, path, body.formatted("'PLAN','CONTACT'"), KEY, key)
                .done();

        scene.post(CASEWORKER, path, body.formatted("'PLAN','CONTACT'"), KEY, key)
                .done();
        scene.post(CASEWORKER, path, body.formatted("'CONTACT','PLAN'"), KEY, key)
                .refused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_key_is_one_of_visible_characters() {
        var scene = Scene.ofAll();
        for (var none : List.of("", " ", "\t", "a b")) {
            scene.post(CASEWORKER, "plans", PLAN, KEY, none).refused(400, "IDEMPOTENCY_KEY_UNREADABLE");
        }
        scene.post(CASEWORKER, "plans", PLAN, KEY, key, KEY, key).refused(400, "IDEMPOTENCY_KEY_UNREADABLE");
        assertThat(plansOf(scene)).isZero();
    }

    @Test
    void another_content_type_under_the_key_is_refused() {
        var scene = Scene.ofAll();
        var path = "/api/cases/" + scene.caseId() + "/plans";
        var body = PLAN.replace('\'', '"');
        CASEWORKER
                .client()
                .send("POST", path, body, "application/json", KEY, key)
                .done();

        CASEWORKER
                .client()
                .send("POST", path, body, "application/json;charset=UTF-8", KEY, key)
                .refused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void the_key_of_another_actor_is_another_key() {
        var scene = Scene.ofAll();

        var mine = scene.post(CASEWORKER, "plans", PLAN, KEY, key).id("planId");
        var theirs = scene.post(COLLEAGUE, "plans", PLAN, KEY, key).id("planId");

        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void one_effect_however_many_send_it_at_once() {
        var scene = Scene.ofAll();
        scene.enrolled();

        var answers = Together.times(THREADS, i -> scene.post(CASEWORKER, "plans", PLAN, KEY, key));

        assertThat(answers)
                .extracting(answer -> answer.id("planId"))
                .containsOnly(answers.getFirst().id("planId"));
        assertThat(plansOf(scene)).isEqualTo(1);
    }

    @Test
    void a_repeated_plan_no_longer_shows_the_collision_once_the_consent_is_withdrawn() {
        var scene = Scene.ofAll();
        var consent = scene.consented();
        scene.measured();
        var body = "{'kind':'WORK_PLACEMENT','from':'2026-01-01','hoursPerWeek':10,'atWorkplace':true}";
        var first = scene.post(CASEWORKER, "activities", body, KEY, key);
        assertThat(first.json().path("collisions")).hasSize(1);

        scene.post(AGENCY, below("consents", consent, "withdrawal"), "{}").done();
        var second = scene.post(CASEWORKER, "activities", body, KEY, key);

        assertThat(second.id("activityId")).isEqualTo(first.id("activityId"));
        assertThat(second.json().path("collisions")).isEmpty();
    }

    @Test
    void a_repeated_write_is_refused_once_the_appointment_has_ended() {
        var scene = Scene.ofAll();
        var staff = OPERATOR_1
                .post(
                        "/api/staff",
                        "{'organisation':'1481','subject':'%s','role':'MUNICIPAL_CASEWORKER'}".formatted(key))
                .id("staffId");
        var shortly = TestClient.of(RUNNING, key, "1481", Role.MUNICIPAL_CASEWORKER);
        var path = "/api/cases/" + scene.caseId() + "/plans";
        shortly.post(path, PLAN, KEY, key).done();

        OPERATOR_1.post("/api/staff/" + staff + "/ending", "{}").done();

        shortly.post(path, PLAN, KEY, key).refused(403, "NOT_APPOINTED");
    }

    @Test
    void a_repeated_write_is_refused_once_the_person_is_protected() {
        var scene = Scene.ofAll();
        scene.post(CASEWORKER, "plans", PLAN, KEY, key).done();

        scene.protectedFromNowOn();

        scene.post(CASEWORKER, "plans", PLAN, KEY, key).refused(404, "UNKNOWN_CASE");
    }

    @Test
    void writes_outside_of_cases_repeat_as_well() {
        var number = "{'identityNumber':'%s'}".formatted(Scene.freshNumber());
        var person = CASEWORKER.post("/api/participants", number, KEY, key).done();
        assertThat(CASEWORKER.post("/api/participants", number, KEY, key).text())
                .isEqualTo(person.text());

        var appointment = "{'organisation':'1481','subject':'x','role':'SOCIAL_WORKER'}";
        var staff = OPERATOR_1.post("/api/staff", appointment, KEY, key).id("staffId");
        assertThat(OPERATOR_1.post("/api/staff", appointment, KEY, key).id("staffId"))
                .isEqualTo(staff);

        var path = "/api/participants/" + person.id("participantId") + "/protection";
        var protection = "{'protection':'SECRECY_MARKING'}";
        TestStaff.TRUSTED_MANAGER.post(path, protection, KEY, key).done();
        TestStaff.TRUSTED_MANAGER.post(path, protection, KEY, key).done();
    }

    @Test
    void it_is_forgotten_after_seven_days_with_the_key_it_was_hashed_under() {
        var scene = Scene.ofAll();
        var first = scene.post(CASEWORKER, "plans", PLAN, KEY, key).id("planId");

        RUNNING.clock().goAhead(Duration.ofDays(7));
        RUNNING.bean(Idempotency.class).forget();
        assertThat(scene.post(CASEWORKER, "plans", PLAN, KEY, key).id("planId")).isEqualTo(first);

        RUNNING.clock().goAhead(Duration.ofDays(1));
        RUNNING.bean(Idempotency.class).forget();
        assertThat(rowsOf(key)).isZero();
        assertThat(RUNNING.database()
                        .sql("select count(*) from samplan.idempotency_key where used_on < current_date + 1")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(scene.post(CASEWORKER, "plans", PLAN, KEY, key).id("planId")).isNotEqualTo(first);
    }

    @Test
    void no_body_is_kept() {
        Scene.ofAll().post(CASEWORKER, "plans", PLAN, KEY, key).done();

        var row = RUNNING.database()
                .sql("select row_to_json(i)::text from samplan.idempotency i where key = ?")
                .param(key)
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(Marks.TEXT).doesNotContain("2026-01-01").contains(CASEWORKER.name());
    }

    private static long plansOf(Scene scene) {
        return RUNNING.database()
                .sql("select count(*) from samplan.event where stream = ? and type = 'PlanDrafted'")
                .param(scene.caseId())
                .query(Long.class)
                .single();
    }

    private static long rowsOf(String key) {
        return RUNNING.database()
                .sql("select count(*) from samplan.idempotency where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void what_stores_nothing_answers_with_a_position_to_wait_for() {
        var scene = Scene.ofAll();
        scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}").done();
        var stored = RUNNING.count("samplan.event");
        var again = scene.post(CASEWORKER, "passing-of-time", "{'until':'2026-01-01'}")
                .done();

        assertThat(RUNNING.count("samplan.event")).isEqualTo(stored);
        assertThat(RUNNING.bean(Positions.class).read(again.header(Positions.HEADER)))
                .isPositive();
    }
}
