package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read is told clearly, with a code, and never as an error of the server. */
class MalformedRequestsTest {

    private static final Scene SCENE = Scene.ofAll();
    private static final String PLANS = "/api/cases/" + SCENE.caseId() + "/plans";
    private static final TestClient CASEWORKER = TestStaff.CASEWORKER.client();
    private static final int HUGE = 250_000;

    @Nested
    class A_body {

        static Stream<Arguments> bodies() {
            return Stream.of(
                    Arguments.of("no JSON", "{'from':", "UNREADABLE"),
                    Arguments.of("more than one document", "{'from':'2026-01-01'} {}", "UNREADABLE"),
                    Arguments.of("an unknown field", "{'from':'2026-01-01','form':1}", "UNREADABLE"),
                    Arguments.of("a list", "[]", "UNREADABLE"),
                    Arguments.of("null", "null", "UNREADABLE"),
                    Arguments.of("a wrong date", "{'from':'2026-02-30'}", "UNREADABLE"),
                    Arguments.of("a number for a date", "{'from':20260101}", "UNREADABLE"),
                    Arguments.of("a date after all", "{'from':'+999999999-12-31'}", "UNREADABLE"),
                    Arguments.of("a date before all", "{'from':'0001-01-01'}", "UNREADABLE"),
                    Arguments.of("no date", "{}", "MISSING"),
                    Arguments.of("a wrong moment", "{'from':'2026-01-01','effectiveAt':'now'}", "UNREADABLE"),
                    Arguments.of("year 9999", "{'from':'2026-01-01','effectiveAt':'9999-01-01'}", "UNREADABLE"),
                    Arguments.of(
                            "too long a text",
                            "{'from':'2026-01-01','summary':'%s'}".formatted("x".repeat(4001)),
                            "OUT_OF_RANGE"),
                    Arguments.of(
                            "a huge text",
                            "{'from':'2026-01-01','summary':'%s'}".formatted("x".repeat(HUGE)),
                            "OUT_OF_RANGE"),
                    Arguments.of("much depth", "[".repeat(10_000), "UNREADABLE"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("bodies")
        void is_refused_by_its_field(String what, String body, String code) {
            var answer = CASEWORKER.post(PLANS, body).refused(400, "INVALID_REQUEST");

            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
        }

        @Test
        void is_needed() {
            CASEWORKER.send("POST", PLANS, "", "application/json").refused(400, "INVALID_REQUEST");
        }

        @Test
        void of_an_enum_that_there_is_not_names_the_field_and_not_the_value() {
            var answer = CASEWORKER
                    .post(
                            "/api/cases/" + SCENE.caseId() + "/plans/" + UUID.randomUUID() + "/goals",
                            "{'kind':'%s'}".formatted(Marks.TEXT))
                    .refused(400, "INVALID_REQUEST");

            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("kind");
            assertThat(answer.text()).doesNotContain(Marks.TEXT);
        }

        @Test
        void is_answered_in_json_whatever_is_accepted() {
            var answer = SCENE.post(TestStaff.CASEWORKER, "plans", "{'from':'2026-01-01'}", "Accept", "image/png");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        }

        @Test
        void of_another_content_type_is_refused() {
            CASEWORKER.send("POST", PLANS, "from=2026-01-01", "text/plain").refused(415, "UNSUPPORTED_MEDIA_TYPE");
            CASEWORKER
                    .send("POST", PLANS, "from=2026-01-01", "application/x-www-form-urlencoded")
                    .refused(415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void with_a_character_that_no_database_takes_is_refused() {
            TestStaff.OPERATOR_1
                    .post("/api/staff", "{'organisation':'1481','subject':'a\\u0000b','role':'SOCIAL_WORKER'}")
                    .refused(400, "INVALID_REQUEST");
            TestStaff.OPERATOR_1
                    .post("/api/organisations", "{'organisationId':'X1','kind':'PROVIDER','name':'a\\u0000b'}")
                    .refused(400, "INVALID_REQUEST");
        }

        @Test
        void with_half_a_character_is_refused() {
            TestStaff.OPERATOR_1
                    .post("/api/organisations", "{'organisationId':'X1','kind':'PROVIDER','name':'a\\ud800'}")
                    .refused(400, "INVALID_REQUEST");
        }

        @Test
        void with_an_organisation_that_is_no_code_is_refused() {
            SCENE.post(
                            TestStaff.AGENCY,
                            "registrations",
                            Scene.registration("'provenance':'OWN'").replace("AF-1481", "x".repeat(100)))
                    .refused(400, "INVALID_REQUEST");
            SCENE.plan(TestStaff.CASEWORKER, "COACHING", "'runBy':'" + Scene.freshNumber() + "'")
                    .refused(400, "INVALID_REQUEST");
        }
    }

    @Nested
    class A_path {

        @Test
        void with_something_else_than_an_id_is_refused() {
            var answer = CASEWORKER.post("/api/cases/x/plans", "{'from':'2026-01-01'}");

            answer.refused(400, "INVALID_REQUEST");
            CASEWORKER.post("/api/organisations/x%20y/policies", """
                            {'kind':'REFERRAL_ANSWER','values':{},'validFrom':'2026-01-01'}""").refused(400, "INVALID_REQUEST");
        }

        @Test
        void that_there_is_not_is_not_found() {
            CASEWORKER.get("/api/nothing").refused(404, "NO_SUCH_RESOURCE");
            CASEWORKER.post(PLANS + "/", "{'from':'2026-01-01'}").refused(404, "NO_SUCH_RESOURCE");
        }

        @Test
        void with_another_method_is_refused() {
            CASEWORKER.send("DELETE", PLANS, null, null).refused(405, "METHOD_NOT_ALLOWED");
            CASEWORKER.get(PLANS).refused(405, "METHOD_NOT_ALLOWED");
        }

        @Test
        void that_a_firewall_stops_is_no_error_of_the_server() {
            assertThat(CASEWORKER.get("/api/cases/%00").status()).isEqualTo(400);
            assertThat(CASEWORKER.get("/api//cases").status()).isEqualTo(400);
        }
    }

    @Nested
    class A_token {

        private static final String BODY = "{'from':'2026-01-01'}";

        @Test
        void that_is_missing_expired_or_foreign_is_refused_alike() {
            var claims = TestClient.claims(TestStaff.CASEWORKER.claimed());
            Stream.of(
                            null,
                            "nonsense",
                            TestIssuer.expired(claims),
                            TestIssuer.withoutExpiry(claims),
                            TestIssuer.forAnotherAudience(claims),
                            TestIssuer.forNoAudience(claims),
                            TestIssuer.ofAnotherIssuer(claims),
                            TestIssuer.signedByAnother(claims))
                    .map(token -> new TestClient(Running.shared(), token).post(PLANS, BODY))
                    .forEach(answer -> {
                        answer.refused(401, "UNAUTHENTICATED");
                        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
                        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
                    });
        }

        @Test
        void without_a_role_or_with_one_that_there_is_not_lets_nobody_in() {
            Stream.of(
                            java.util.Map.of("sub", "CASEWORKER", "organisation", "1481"),
                            java.util.Map.of("sub", "CASEWORKER", "organisation", "1481", "role", "KING"),
                            java.util.Map.of("sub", "CASEWORKER", "role", "MUNICIPAL_CASEWORKER"),
                            java.util.Map.of("organisation", "1481", "role", "MUNICIPAL_CASEWORKER"),
                            java.util.Map.of("sub", "CASEWORKER", "organisation", "?", "role", "MUNICIPAL_CASEWORKER"))
                    .map(claims -> new TestClient(Running.shared(), TestIssuer.of(claims)).post(PLANS, BODY))
                    .forEach(answer -> answer.refused(403, "TOKEN_INCOMPLETE"));
        }

        @Test
        void of_a_role_that_the_person_was_not_appointed_to_lets_nobody_in() {
            TestClient.of(Running.shared(), "CASEWORKER", "1481", se.samplan.organisation.Role.MUNICIPAL_MANAGER)
                    .post(PLANS, BODY)
                    .refused(403, "NOT_APPOINTED");
            TestClient.of(Running.shared(), "CASEWORKER", "1480", se.samplan.organisation.Role.MUNICIPAL_CASEWORKER)
                    .post(PLANS, BODY)
                    .refused(403, "NOT_APPOINTED");
        }
    }
}
