package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.AGENCY;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;

import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;

/** A write that builds on what was read is refused if that has changed, and by nothing else. */
class EtagTest {

    private static final String IF_MATCH = "If-Match";
    private static final String PLAN = "{'from':'2026-01-01'}";

    private final Scene scene = Scene.ofAll();

    private String etag(HttpAnswer answer) {
        return answer.done().header("ETag");
    }

    @Test
    void what_is_fresh_passes_and_what_is_stale_is_refused() {
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));
        var next = etag(scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read));

        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read).refused(412, "STALE");
        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, next).done();
    }

    @Test
    void any_version_or_one_of_a_list_passes_and_a_weak_one_never() {
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));
        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, "W/" + read).refused(412, "STALE");
        var next = etag(scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, "\"other\", " + read));
        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read, IF_MATCH, "\"other\"")
                .refused(412, "STALE");
        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, "\"other\"", IF_MATCH, next)
                .done();
        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, "*").done();
    }

    @Test
    void staleness_is_told_before_anybody_decides() {
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));
        scene.post(CASEWORKER, "plans", PLAN).done();

        // The same would be refused as UNKNOWN_REFERRAL.
        scene.post(CASEWORKER, below("referrals", scene.caseId(), "acceptance"), "{}", IF_MATCH, read)
                .refused(412, "STALE");
    }

    @Test
    void a_hidden_lane_moves_nobodys_etag() {
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));

        scene.measured();
        scene.registered();
        scene.post(SOCIAL_WORKER_1, "plans", PLAN).done();

        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read).done();
    }

    @Test
    void what_a_ground_opens_moves_it() {
        scene.consented();
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));

        scene.measured();

        scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read).refused(412, "STALE");
    }

    @Test
    void each_lane_has_one_of_its_own() {
        scene.consented();

        var unit = etag(scene.post(CASEWORKER, "passing-of-time", "{'until':'2026-01-01'}"));
        var agency = etag(scene.post(AGENCY, "passing-of-time", "{'until':'2026-01-01'}"));

        assertThat(unit).isNotEqualTo(agency).matches("\"[A-Za-z0-9_-]{20}\"");
    }

    @Test
    void a_conflict_with_a_hidden_event_is_retried_inside() {
        var read = etag(scene.post(CASEWORKER, "plans", PLAN));
        var tries = new AtomicInteger();
        var hidden = new AtomicInteger();
        try (var _ = Running.shared().bean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            var ofUnit = !unit.getMessage().getMetaData().toString().contains("AGENCY_CASEWORKER");
            var result = chain.proceed();
            if (ofUnit && tries.incrementAndGet() == 1) {
                hidden.set(Together.times(1, i -> scene.plan(AGENCY, "COACHING", ""))
                        .getFirst()
                        .status());
            }
            return result;
        })) {
            scene.post(CASEWORKER, "plans", PLAN, IF_MATCH, read).done();
        }

        assertThat(hidden.get()).isEqualTo(201);
        assertThat(tries.get()).isEqualTo(2);
    }
}
