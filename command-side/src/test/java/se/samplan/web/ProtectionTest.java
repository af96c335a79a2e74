package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.TestStaff.AGENCY_TRUSTED;
import static se.samplan.web.TestStaff.CASEWORKER;
import static se.samplan.web.TestStaff.SOCIAL_WORKER_1;
import static se.samplan.web.TestStaff.TRUSTED;
import static se.samplan.web.TestStaff.TRUSTED_MANAGER;

import org.junit.jupiter.api.Test;

/** Two people of one lane that has to do with a person protect the identity, and two lift it. */
class ProtectionTest {

    private static final String MARKING = "SECRECY_MARKING";

    @Test
    void is_marked_by_a_lane_that_the_person_was_referred_to() {
        var scene = Scene.of(SOCIAL_WORKER_1);
        scene.protect(TRUSTED_MANAGER, MARKING).refused(404, "UNKNOWN_PARTICIPANT");

        scene.referred();

        scene.protect(TRUSTED_MANAGER, MARKING).done();
        scene.protect(AGENCY_TRUSTED, MARKING).refused(404, "UNKNOWN_PARTICIPANT");
    }

    @Test
    void hides_nothing_before_the_second_person_and_nothing_after_the_second_has_lifted_it() {
        var scene = Scene.ofAll();

        assertThat(scene.protect(TRUSTED_MANAGER, MARKING)
                        .json()
                        .path("proposed")
                        .asString())
                .isEqualTo(MARKING);
        plan(scene).done();
        assertThat(scene.protect(TRUSTED, MARKING).json().path("protection").asString())
                .isEqualTo(MARKING);
        plan(scene).refused(404, "UNKNOWN_CASE");

        assertThat(scene.lift(TRUSTED).json().path("protection").asString()).isEqualTo(MARKING);
        plan(scene).refused(404, "UNKNOWN_CASE");
        assertThat(scene.lift(TRUSTED_MANAGER).json().path("protection").asString())
                .isEqualTo("NONE");
        plan(scene).done();
    }

    @Test
    void what_one_lane_proposes_is_nothing_to_another() {
        var scene = Scene.ofAll();
        scene.protect(TRUSTED_MANAGER, MARKING).done();

        var answer = scene.protect(AGENCY_TRUSTED, MARKING);

        assertThat(answer.json().path("protection").asString()).isEqualTo("NONE");
        assertThat(answer.text())
                .isEqualTo(Scene.ofAll()
                        .protect(AGENCY_TRUSTED, MARKING)
                        .text()
                        .replaceFirst("[0-9a-f-]{36}", scene.participant().toString()));
    }

    private static HttpAnswer plan(Scene scene) {
        return scene.post(CASEWORKER, "plans", "{'from':'2026-01-01'}");
    }
}
