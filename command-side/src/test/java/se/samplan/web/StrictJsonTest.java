package se.samplan.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is JSON in UTF-8, and a value is what it is: nothing is rounded, trimmed, guessed or read in a second form. */
class StrictJsonTest {

    private static final Scene SCENE = Scene.ofAll();
    private static final TestClient CASEWORKER = TestStaff.CASEWORKER.client();
    private static final String PLANS = "/api/cases/" + SCENE.caseId() + "/plans";
    private static final String PLAN = "{\"from\":\"2026-01-01\",\"summary\":\"åker\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/yaml",
                "application/x-yaml",
                "application/xml",
                "application/cbor",
                "application/problem+json",
                "application/vnd.samplan+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data;boundary=x",
                "text/plain",
                "*/*",
                "application/*",
                "?=x",
                "application/json;charset=utf-16",
                "application/json;charset=iso-8859-1",
                "application/json;charset=nothing"
            })
    void every_write_takes_json_in_utf_8_only(String contentType) {
        var paths = Endpoints.mapped(Running.shared());
        assertThat(paths).hasSizeGreaterThan(30);
        for (var path : paths) {
            CASEWORKER
                    .send("POST", path.replaceAll("[{][^}]*}", new UUID(0, 1).toString()), "from: x", contentType)
                    .refused(415, "UNSUPPORTED_MEDIA_TYPE");
        }
    }

    @Test
    void without_a_content_type_nothing_is_read() {
        CASEWORKER.send("POST", PLANS, PLAN, null).refused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void another_encoding_is_not_guessed() {
        CASEWORKER
                .sendBytes("POST", PLANS, PLAN.getBytes(UTF_8), "application/json;charset=utf-8")
                .done();
        CASEWORKER
                .sendBytes("POST", PLANS, PLAN.getBytes(UTF_16LE), "application/json")
                .refused(400, "INVALID_REQUEST");
        CASEWORKER
                .sendBytes("POST", PLANS, PLAN.getBytes(ISO_8859_1), "application/json")
                .refused(400, "INVALID_REQUEST");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("activities", "hoursPerWeek", "'hoursPerWeek':'8'"),
                Arguments.of("activities", "hoursPerWeek", "'hoursPerWeek':''"),
                Arguments.of("activities", "hoursPerWeek", "'hoursPerWeek':true"),
                Arguments.of("activities", "atWorkplace", "'hoursPerWeek':8,'atWorkplace':1"),
                Arguments.of("activities", "atWorkplace", "'hoursPerWeek':8,'atWorkplace':'true'"),
                Arguments.of("activities", "atWorkplace", "'hoursPerWeek':8,'atWorkplace':''"),
                Arguments.of("activities", "description", "'hoursPerWeek':8,'description':123"),
                Arguments.of("activities", "description", "'hoursPerWeek':8,'description':true"),
                Arguments.of("activities", "hoursPerWeek", "'hoursPerWeek':8,'hoursPerWeek':9"),
                Arguments.of("activities", "runBy", "'hoursPerWeek':8,'runBy':{'value':'1481'}"),
                Arguments.of("activities", "runBy", "'hoursPerWeek':8,'runBy':{}"),
                Arguments.of("activities", "runBy", "'hoursPerWeek':8,'runBy':1481"),
                Arguments.of("activities", "runBy", "'hoursPerWeek':8,'runBy':['1481']"),
                Arguments.of("activities", "kind", "'hoursPerWeek':8,'kind':' COACHING '"),
                Arguments.of("activities", "kind", "'hoursPerWeek':8,'kind':''"),
                Arguments.of("activities", "kind", "'hoursPerWeek':8,'kind':1"),
                Arguments.of("activities", "effectiveAt", "'hoursPerWeek':8,'effectiveAt':{}"),
                Arguments.of(
                        "activities",
                        "effectiveAt",
                        "'hoursPerWeek':8,'effectiveAt':{'instant':'+99999-01-01T00:00:00Z'}"),
                Arguments.of("activities", "effectiveAt", "'hoursPerWeek':8,'effectiveAt':''"),
                Arguments.of("passing-of-time", "until", "'until':{'end':'2026-01-01T00:00:00Z'}"),
                Arguments.of("passing-of-time", "until", "'until':{}"),
                Arguments.of("subsidy-requests", "extentPercent", "'extentPercent':50.9"),
                Arguments.of("subsidy-requests", "extentPercent", "'extentPercent':50.0"),
                Arguments.of("subsidy-requests", "extentPercent", "'extentPercent':'50'"),
                Arguments.of("subsidy-requests/ID/approval", "extentPercent", "'extentPercent':100.9"),
                Arguments.of("clearances", "activityId", "'activityId':'1-1-1-1-1'"),
                Arguments.of("clearances", "activityId", "'activityId':{'value':'%s'}".formatted(new UUID(0, 1))),
                Arguments.of("clearances", "activityId", "'activityId':'AAAAAAAAAAAAAAAAAAAAAA=='"),
                Arguments.of("clearances", "activityId", "'activityId':''"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("values")
    void a_value_is_read_as_it_is_or_refused_by_its_field(String path, String field, String body) {
        var kind = path.equals("activities") && !body.contains("kind") ? "'kind':'COACHING','from':'2026-01-01'," : "";

        var answer = CASEWORKER
                .post(new Endpoints.Endpoint(path, "").below(SCENE.caseId()), "{" + kind + body + "}")
                .refused(400, "INVALID_REQUEST");

        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("UNREADABLE");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void an_id_in_a_path_has_one_form() {
        CASEWORKER.post("/api/cases/1-1-1-1-1/plans", "{'from':'2026-01-01'}").refused(400, "INVALID_REQUEST");
        CASEWORKER.post(PLANS + "/1-1-1-1-1/agreement", "{}").refused(400, "INVALID_REQUEST");
        CASEWORKER.post(PLANS + "/%20" + new UUID(0, 1) + "/agreement", "{}").refused(400, "INVALID_REQUEST");
    }
}
