package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.FOREIGN_CASEWORKER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;

/** What many do at once ends as if they had come one after another. */
class ConcurrencyTest {

    private static final Running RUNNING = Running.shared();

    /** As many as the command side takes at once, so that nobody has to wait for a place. */
    private static final int THREADS = 16;

    @Test
    void one_participant_for_a_number_whoever_registers_it_at_once() {
        var body = "{'identityNumber':'%s'}".formatted(Scene.freshNumber());
        var participants = RUNNING.count("samplan.participant");
        var authorities = List.of(CASEWORKER, AGENCY, SOCIAL_WORKER_1, FOREIGN_CASEWORKER);

        var answers = Together.times(
                THREADS, i -> authorities.get(i % authorities.size()).post("/api/participants", body));

        assertThat(answers).extracting(HttpAnswer::status).containsOnly(200);
        assertThat(answers)
                .extracting(HttpAnswer::text)
                .containsOnly(answers.getFirst().text());
        assertThat(RUNNING.count("samplan.participant")).isEqualTo(participants + 1);
    }

    @Test
    void one_opening_of_a_case_whoever_begins_it_at_once() {
        var scene = Scene.ofAll();
        var lanes = List.of(CASEWORKER, AGENCY, SOCIAL_WORKER_1);

        var answers = Together.times(THREADS, i -> scene.plan(lanes.get(i % lanes.size()), "COACHING", ""));

        assertThat(answers).extracting(HttpAnswer::status).containsOnly(201);
        assertThat(eventsOf(scene, "CaseOpened")).isEqualTo(1);
        assertThat(eventsOf(scene, "ActivityPlanned")).isEqualTo(THREADS);
    }

    @Test
    void a_refusal_is_handled_once() {
        var scene = Scene.ofAll();
        scene.enrolled();

        assertThat(handlings(() -> scene.post(CASEWORKER, "enrolments", "{}").refused(409, "ALREADY_ENROLLED")))
                .isEqualTo(1);
    }

    @Test
    void a_conflict_is_handled_once_more_for_each_that_was_faster() {
        var scene = Scene.ofAll();
        scene.enrolled();
        var left = new AtomicInteger(2);
        try (var _ = RUNNING.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            var result = chain.proceed();
            if (left.getAndDecrement() > 0) {
                Tomorrow.repeatsToday(RUNNING, scene.caseId());
            }
            return result;
        })) {
            assertThat(handlings(() -> scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}")
                            .done()))
                    .isEqualTo(3);
        }
    }

    @Test
    void a_conflict_that_ends_in_a_refusal_is_not_tried_further() {
        var scene = Scene.ofAll();
        scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}").done();
        var others = new AtomicInteger(1);
        try (var _ = RUNNING.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            var result = chain.proceed();
            if (others.getAndDecrement() > 0) {
                Together.times(1, i -> scene.post(TestStaff.COLLEAGUE, "enrolments", "{}")
                        .done());
            }
            return result;
        })) {
            var handled =
                    handlings(() -> scene.post(CASEWORKER, "enrolments", "{}").refused(409, "ALREADY_ENROLLED"));
            assertThat(handled)
                    .as("its own first, the colleague's, its own again")
                    .isEqualTo(3);
        }
    }

    private static int handlings(Runnable request) {
        var handlings = new AtomicInteger();
        try (var _ = RUNNING.bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            handlings.incrementAndGet();
            return chain.proceed();
        })) {
            request.run();
        }
        return handlings.get();
    }

    private static long eventsOf(Scene scene, String type) {
        return RUNNING.database()
                .sql("select count(*) from samplan.event where stream = ? and type = ?")
                .params(scene.caseId(), type)
                .query(Long.class)
                .single();
    }
}
