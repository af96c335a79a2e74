package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.web.Scene.below;
import static se.samplan.web.TestStaff.CASEWORKER;

import org.junit.jupiter.api.Test;

class ClosingCheckTest {

    @Test
    void says_of_each_open_entry_what_it_is_in_both_languages() {
        var scene = Scene.ofAll();
        var activity = scene.planned();
        var check = "/api/cases/" + scene.caseId() + "/" + below("enrolments", scene.enrolled(), "closing-check");

        var answer = CASEWORKER.client().get(check).json();

        assertThat(answer.propertyNames()).containsExactly("open");
        var open = answer.path("open");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("entry").asString()).isEqualTo(activity.toString());
        assertThat(open.path(0).path("lane").asString()).isEqualTo("1481:LABOUR_MARKET");
        assertThat(open.path(0).path("what").toString())
                .isEqualTo("{\"code\":\"ACTIVITY\",\"sv\":\"insats\",\"en\":\"activity\"}");
    }
}
