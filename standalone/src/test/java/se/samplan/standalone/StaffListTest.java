package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Oneself and one's colleagues, over HTTP. */
@ExtendWith(RunningSamplan.Extension.class)
class StaffListTest {

    @Test
    void somebody_is_told_who_they_are_to_samplan(RunningSamplan samplan) {
        var me = json(samplan.get("/api/me", samplan.token("agency-manager")));
        assertThat(me.path("subject").asString()).isEqualTo("agency-manager-1");
        assertThat(me.path("organisation").asString()).isEqualTo("AF-1481");
        assertThat(me.path("role").asString()).isEqualTo("AGENCY_MANAGER");
        assertThat(me.path("lane").asString()).isEqualTo("AF:AGENCY");
        assertThat(me.path("mandates")).hasSize(2);
        assertThat(me.path("staffId").asString()).hasSize(36);
    }

    @Test
    void colleagues_are_shown_to_the_same_organisation_and_to_the_operator(RunningSamplan samplan) {
        for (var role : new String[] {"social-worker", "operator"}) {
            var staff = json(samplan.get("/api/staff?organisation=1481", samplan.token(role)));
            assertThat(staff.path("staff").findValuesAsString("subject")).contains("caseworker-1", "social-worker-1");
            assertThat(staff.path("staff").findValuesAsString("subject")).doesNotContain("tutor-1");
        }
    }

    @Test
    void an_organisations_staff_is_not_shown_to_another(RunningSamplan samplan) {
        for (var role : new String[] {"agency-manager", "provider-tutor"}) {
            var answer = samplan.get("/api/staff?organisation=1481", samplan.token(role));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json(answer).path("code").asString()).isEqualTo("NOT_ALLOWED");
            assertThat(answer.body()).doesNotContain("caseworker-1");
        }
        assertThat(samplan.get("/api/staff?organisation=1481", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_is_no_organisation_cannot_be_asked_for(RunningSamplan samplan) {
        var operator = samplan.token("operator");
        for (var query : new String[] {"", "?organisation=", "?organisation=%00", "?organisation=a"}) {
            var answer = samplan.get("/api/staff" + query, operator);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(json(answer).path("code").asString()).isEqualTo("INVALID_REQUEST");
        }
        assertThat(json(samplan.get("/api/staff?organisation=NOBODY", operator)).path("staff"))
                .isEmpty();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
