package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.CASEWORKER;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a refusal tells about a case is in the access log, though the command's transaction is undone. */
class RefusalsAreLoggedTest {

    private static List<String> logged(UUID caseId) {
        return Running.shared()
                .database()
                .sql("select what from samplan.access_log where ? = any(case_ids) order by 1")
                .param(caseId)
                .query(String.class)
                .list();
    }

    @Test
    void an_ending_refused_with_what_is_open_leaves_a_row() {
        var scene = Scene.ofAll();
        scene.planned();
        var ending = below("enrolments", scene.enrolled(), "ending");
        assertThat(logged(scene.caseId())).containsExactly("EnrolParticipant", "PlanActivity");

        scene.post(CASEWORKER, ending, "{'outcome':'OTHER'}").refused(409, "ENTRIES_OPEN");

        assertThat(logged(scene.caseId()))
                .containsExactly("EndEnrolment ENTRIES_OPEN", "EnrolParticipant", "PlanActivity");
    }

    @Test
    void a_refusal_by_the_access_check_tells_nothing_and_leaves_none() {
        var scene = Scene.of(CASEWORKER);

        TestStaff.FOREIGN_CASEWORKER
                .post("/api/cases/" + scene.caseId() + "/plans", "{'from':'2026-01-01'}")
                .refused(404, "UNKNOWN_CASE");

        assertThat(logged(scene.caseId())).isEmpty();
    }
}
