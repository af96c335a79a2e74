package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.pipeline.CommandDispatcher;
import se.samplan.web.Running;
import se.samplan.web.Scene;
import se.samplan.web.Together;
import se.samplan.web.Tomorrow;

/** Deadlines of cases, as they are kept beside the events and fire when their time has come. */
@ExtendWith(OutputCaptureExtension.class)
class DeadlinesTest {

    private static final Running RUNNING = Running.shared();
    private static final int REFERRAL_DAYS = 14;
    private static final String SECRET = "what was found about a person";

    private final Scene scene = Scene.ofAll();
    private final LocalDate today = LocalDate.now(SwedishDays.STOCKHOLM);

    @AfterEach
    void nowAgain() {
        RUNNING.clock().reset();
    }

    @Test
    void a_case_waits_for_its_earliest_deadline_ahead() {
        assertThat(dueOf(scene)).isEmpty();

        scene.referred();
        assertThat(dueOf(scene)).contains(SwedishDays.endOf(today.plusDays(REFERRAL_DAYS)));

        scene.consented();
        var request = scene.askSubsidy("556016-0680", today.plusDays(3)).id("subsidyRequestId");
        assertThat(dueOf(scene)).contains(SwedishDays.endOf(today.plusDays(3)));

        scene.post(CASEWORKER, below("subsidy-requests", request, "withdrawal"), "{}")
                .done();
        assertThat(dueOf(scene)).contains(SwedishDays.endOf(today.plusDays(REFERRAL_DAYS)));
    }

    @Test
    void nothing_waits_once_everything_is_answered() {
        var referral = scene.referred();
        scene.post(CASEWORKER, below("referrals", referral, "acceptance"), "{}").done();

        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void it_is_overdue_when_its_day_has_passed_in_Stockholm_and_not_an_instant_before() {
        scene.referred();
        var due = SwedishDays.endOf(today.plusDays(REFERRAL_DAYS));

        RUNNING.clock().standAt(due.minus(1, ChronoUnit.MICROS));
        fire(RUNNING);
        assertThat(overdue(scene)).isEmpty();

        RUNNING.clock().standAt(due);
        fire(RUNNING);
        assertThat(overdue(scene)).containsExactly(due);
        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void it_fires_once() {
        scene.referred();
        letEverythingBeDue();

        fire(RUNNING);
        fire(RUNNING);

        assertThat(overdue(scene)).hasSize(1);
    }

    @Test
    void it_survives_a_restart_and_two_processes_fire_it_once() {
        scene.referred();
        var second = Scene.ofAll();
        second.referred();
        letEverythingBeDue();

        try (var restarted = Running.start(RUNNING.postgres(), RUNNING.clock())) {
            var processes = List.of(RUNNING, restarted, RUNNING, restarted);
            Together.times(processes.size(), i -> {
                fire(processes.get(i));
                return i;
            });
            assertThat(overdue(scene)).hasSize(1);
            assertThat(overdue(second)).hasSize(1);

            var later = Scene.ofAll();
            RUNNING.clock().reset();
            later.referred();
            letEverythingBeDue();
            fire(restarted);
            assertThat(overdue(later)).hasSize(1);
        }
    }

    @Test
    void a_deadline_that_was_past_when_it_was_recorded_lapses_when_time_is_let_pass() {
        scene.post(
                        SOCIAL_WORKER_1,
                        "referrals",
                        Scene.referral("'source':'SOCIAL_SERVICES','effectiveAt':'2022-03-01'"))
                .done();
        assertThat(dueOf(scene)).isEmpty();

        fire(RUNNING);
        assertThat(overdue(scene)).isEmpty();

        scene.post(CASEWORKER, "passing-of-time", "{'until':'2022-03-15'}").done();
        assertThat(overdue(scene)).isEmpty();
        scene.post(CASEWORKER, "passing-of-time", "{'until':'2022-03-16'}").done();
        assertThat(overdue(scene)).containsExactly(Instant.parse("2022-03-15T23:00:00Z"));
    }

    @Test
    void one_that_has_come_waits_for_the_clock_whatever_is_entered_before() {
        scene.referred();
        scene.consented();
        letEverythingBeDue();
        var came = SwedishDays.endOf(today.plusDays(REFERRAL_DAYS));

        var request = scene.askSubsidy("556016-0680", today.plusDays(40)).id("subsidyRequestId");
        assertThat(dueOf(scene)).contains(came);
        scene.post(CASEWORKER, below("subsidy-requests", request, "withdrawal"), "{}")
                .done();
        assertThat(dueOf(scene)).contains(came);

        fire(RUNNING);
        assertThat(overdue(scene)).containsExactly(came);
        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void one_that_has_come_waits_where_time_is_let_pass_to_before_it() {
        scene.referred();
        letEverythingBeDue();

        scene.post(CASEWORKER, "passing-of-time", "{'until':'%s'}".formatted(today.plusDays(1)))
                .done();
        assertThat(overdue(scene)).isEmpty();

        fire(RUNNING);
        assertThat(overdue(scene)).hasSize(1);
    }

    @Test
    void one_that_comes_while_another_fires_is_next() {
        scene.referred();
        scene.consented();
        var first = SwedishDays.endOf(today.plusDays(REFERRAL_DAYS));
        var second = SwedishDays.endOf(today.plusDays(REFERRAL_DAYS + 1));
        scene.askSubsidy("556016-0680", today.plusDays(REFERRAL_DAYS + 1));
        RUNNING.clock().standAt(second);

        RUNNING.bean(CommandDispatcher.class)
                .send(new LetTimePass(new CaseId(scene.caseId()), LaneId.AGENCY, EffectiveAt.instant(first)));
        assertThat(overdue(scene)).containsExactly(first);
        assertThat(dueOf(scene)).contains(second);

        fire(RUNNING);
        assertThat(when(scene, "SubsidyWindowLapsed")).containsExactly(second);
        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void time_does_not_pass_before_it_has() {
        scene.referred();

        scene.post(CASEWORKER, "passing-of-time", "{'until':'2199-01-01'}").refused(422, "IN_THE_FUTURE");
    }

    @Test
    void an_answer_that_comes_late_after_the_lapse_is_still_taken() {
        var referral = scene.referred();
        letEverythingBeDue();
        fire(RUNNING);

        scene.post(CASEWORKER, below("referrals", referral, "acceptance"), "{}").done();

        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void a_history_of_tomorrow_holds_up_no_other() {
        var unreadable = Scene.ofAll();
        unreadable.referred();
        scene.referred();
        Tomorrow.tells(RUNNING, unreadable.caseId());
        letEverythingBeDue();

        fire(RUNNING);

        assertThat(overdue(scene)).hasSize(1);
        assertThat(overdue(unreadable)).isEmpty();
        assertThat(dueOf(unreadable)).as("waits for the newer version").isPresent();
        unreadable
                .post(CASEWORKER, "plans", "{'from':'2026-01-01'}")
                .refused(503, "HISTORY_NOT_READABLE")
                .header("Retry-After");
    }

    @Test
    void a_clearance_that_has_run_out_brings_its_collision_back_once() {
        scene.consented();
        scene.measured();
        var activity =
                scene.plan(CASEWORKER, "WORK_PLACEMENT", "'atWorkplace':true").id("activityId");
        var clearance = scene.askClearance(activity).id("clearanceId");
        scene.post(AGENCY, below("clearances", clearance, "grant"), "{'until':'%s'}".formatted(today.plusDays(3)))
                .done();
        var over = SwedishDays.endOf(today.plusDays(3));
        assertThat(dueOf(scene)).contains(over);

        RUNNING.clock().standAt(over.minus(1, ChronoUnit.MICROS));
        fire(RUNNING);
        assertThat(when(scene, "CollisionFound")).hasSize(1);

        RUNNING.clock().standAt(over);
        fire(RUNNING);
        fire(RUNNING);
        assertThat(when(scene, "CollisionFound")).hasSize(2).endsWith(over);
        assertThat(dueOf(scene)).isEmpty();
    }

    @Test
    void what_time_brought_about_names_nobody_whoever_let_it_pass() {
        scene.referred();
        letEverythingBeDue();
        scene.post(AGENCY, "passing-of-time", "{'until':'%s'}".formatted(today.plusDays(REFERRAL_DAYS + 1)))
                .done();

        assertThat(recordedOf(scene, "ReferralMade")).contains("actor", "organisation", "branch");
        assertThat(recordedOf(scene, "ReferralOverdue"))
                .contains("causation")
                .doesNotContain("actor", "organisation", "branch");
    }

    @Test
    void a_page_of_cases_that_fail_holds_up_none_behind_them_and_is_tried_again(CapturedOutput output) {
        scene.referred();
        var failing =
                Stream.generate(UUID::randomUUID).limit(Deadlines.PAGE + 1).toList();
        failing.forEach(each -> RUNNING.database()
                .sql("insert into samplan.due (case_id, due_at) values (?, '2020-01-01T00:00:00Z')")
                .param(each)
                .update());
        letEverythingBeDue();
        var tried = new ArrayList<UUID>();
        try (var _ = RUNNING.bean(CommandBus.class).registerDispatchInterceptor(messages -> (index, message) -> {
            if (message.getPayload() instanceof LetTimePass command && failing.contains(command.stream())) {
                tried.add(command.stream());
                if (tried.size() % 2 == 0) {
                    throw new AssertionError(SECRET);
                }
                throw new IllegalStateException(SECRET);
            }
            return message;
        })) {
            fire(RUNNING);
            assertThat(overdue(scene)).hasSize(1);
            assertThat(tried).containsExactlyInAnyOrderElementsOf(failing);

            fire(RUNNING);
            assertThat(tried).hasSize(2 * failing.size());
        } finally {
            RUNNING.database()
                    .sql("delete from samplan.due where due_at = '2020-01-01T00:00:00Z'")
                    .update();
        }
        assertThat(output.getAll())
                .contains("deadline of case " + failing.getFirst() + " failed: java.lang.")
                .doesNotContain(SECRET);
    }

    private void letEverythingBeDue() {
        RUNNING.clock().standAt(SwedishDays.endOf(today.plusDays(REFERRAL_DAYS + 1)));
    }

    private static void fire(Running running) {
        running.bean(Deadlines.class).fire();
    }

    private static Optional<Instant> dueOf(Scene scene) {
        return RUNNING.database()
                .sql("select due_at from samplan.due where case_id = ?")
                .param(scene.caseId())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** When each lapse took effect. */
    private static List<Instant> overdue(Scene scene) {
        return when(scene, "ReferralOverdue");
    }

    /** The names of what is recorded beside the events of a type. */
    private static List<String> recordedOf(Scene scene, String type) {
        return RUNNING.database()
                .sql("""
                        select jsonb_object_keys(convert_from(metadata, 'UTF8')::jsonb)
                        from samplan.event where stream = ? and type = ?""")
                .params(scene.caseId(), type)
                .query(String.class)
                .list();
    }

    /** When each event of a type took effect. */
    private static List<Instant> when(Scene scene, String type) {
        return RUNNING.database().sql("""
                        select (convert_from(payload, 'UTF8')::jsonb ->> 'effectiveAt')::timestamptz
                        from samplan.event where stream = ? and type = ? order by sequence""").params(scene.caseId(), type).query(OffsetDateTime.class).list().stream()
                .map(at -> at.withOffsetSameInstant(ZoneOffset.UTC).toInstant())
                .toList();
    }
}
