package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a path or a query is read in one form, or refused with its name. */
@ExtendWith(RunningSamplan.Extension.class)
class StrictParametersTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/work-lists/mine?limit=%2B5, limit, UNREADABLE",
        "/api/work-lists/mine?limit=%205, limit, UNREADABLE",
        "/api/work-lists/mine?limit=05, limit, UNREADABLE",
        "/api/work-lists/mine?limit=0x5, limit, UNREADABLE",
        "/api/work-lists/mine?limit=%EF%BC%95, limit, UNREADABLE",
        "/api/work-lists/mine?limit=99999999999, limit, UNREADABLE",
        "/api/work-lists/mine?limit=0, limit, INVALID",
        "/api/work-lists/mine?limit=201, limit, INVALID",
        "/api/work-lists/mine?limit=, limit, UNREADABLE",
        "/api/work-lists/mine?limit, limit, UNREADABLE",
        "/api/work-lists/mine?limit=5&limit=5, limit, TWICE",
        "/api/work-lists/mine?limits=5, limits, UNKNOWN",
        "/api/work-lists/mine?=5, '', UNREADABLE",
        "/api/work-lists/mine?limit=5&&, '', UNREADABLE",
        "/api/work-lists/mine?after=x, after, NOT_ISSUED",
        "/api/me?limit=5, limit, UNKNOWN",
        "/api/staff, organisation, MISSING",
        "/api/staff?organisation=x, organisation, UNREADABLE",
        "/api/participants/1-1-1-1-1/plans, participantId, UNREADABLE",
        "/api/participants/%2000000000-0000-0000-0000-000000000001/plans, participantId, UNREADABLE"
    })
    void another_form_is_refused(String path, String field, String code, RunningSamplan samplan) {
        var answer = samplan.get(path, samplan.token("municipal-caseworker"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var error = JSON.readTree(answer.body()).at("/errors/0");
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("code").asString()).isEqualTo(code);
    }

    @Test
    void the_one_form_is_read(RunningSamplan samplan) {
        var token = samplan.token("municipal-caseworker");

        assertThat(samplan.get("/api/work-lists/mine?limit=1", token).statusCode())
                .isEqualTo(200);
        assertThat(samplan.get("/api/work-lists/mine?limit=200", token).statusCode())
                .isEqualTo(200);
        assertThat(samplan.get("/api/work-lists/mine?", token).statusCode()).isEqualTo(200);
        assertThat(samplan.get("/api/staff?organisation=1481", token).statusCode())
                .isEqualTo(200);
    }
}
