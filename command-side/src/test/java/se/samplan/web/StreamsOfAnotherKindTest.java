package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.web.Endpoints.Endpoint;

/** The id of something else is as nobody's, whether anything has happened there or not. */
class StreamsOfAnotherKindTest {

    private static final Running RUNNING = Running.shared();
    private static final Scene OTHER = Scene.ofAll();
    private static final Scene NOTHING_HAPPENED = Scene.ofAll();

    /** Writes outside of cases that name a stream, with a body that passes. */
    private static final Map<String, String> OUTSIDE_OF_CASES = Map.of(
            "/api/participants/{participantId}/protection",
            "{'protection':'SECRECY_MARKING'}",
            "/api/participants/{participantId}/protection/lifting",
            "{}",
            "/api/staff/{staffId}/confirmation",
            "{}",
            "/api/staff/{staffId}/ending",
            "{}");

    static {
        OTHER.post(TestStaff.CASEWORKER, "plans", "{'from':'2026-01-01'}").done();
    }

    static Stream<Endpoint> ofCases() {
        return Endpoints.all().stream();
    }

    static Stream<Arguments> outsideOfCases() {
        return OUTSIDE_OF_CASES.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("ofCases")
    void an_id_that_is_no_cases_names_none(Endpoint endpoint) {
        var ofNobody = TestStaff.CASEWORKER.post(endpoint.below(UUID.randomUUID()), endpoint.body(), TestClient.key());

        assertThat(ofNobody.code()).isIn("UNKNOWN_CASE", "NOT_ALLOWED");
        streams().forEach((kind, id) -> {
            if (!kind.startsWith("case")) {
                var answer = TestStaff.CASEWORKER.post(endpoint.below(id), endpoint.body(), TestClient.key());
                assertThat(answer.shape()).as(kind).isEqualTo(ofNobody.shape());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("outsideOfCases")
    void an_id_of_another_kind_names_nothing(String path, String body) {
        for (var sender : new TestStaff[] {TestStaff.OPERATOR_1, TestStaff.MANAGER, TestStaff.AGENCY_TRUSTED}) {
            var ofNobody = sender.post(at(path, UUID.randomUUID()), body, TestClient.key());

            assertThat(ofNobody.status()).isIn(403, 404);
            streams().forEach((kind, id) -> {
                if (!path.contains("{" + kind + "Id}")) {
                    var answer = sender.post(at(path, id), body, TestClient.key());
                    assertThat(answer.shape()).as(kind + " " + sender).isEqualTo(ofNobody.shape());
                }
            });
        }
    }

    @Test
    void every_write_that_names_a_stream_is_looked_at_here() {
        var mapped = Endpoints.mapped(RUNNING).stream()
                .filter(pattern ->
                        !pattern.startsWith("/api/cases/") && pattern.matches(".*\\{(?!organisation)\\w+}.*"))
                .toList();

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(OUTSIDE_OF_CASES.keySet());
    }

    private static String at(String path, UUID id) {
        return path.replaceAll("\\{\\w+}", id.toString());
    }

    private static Map<String, UUID> streams() {
        var streams = new LinkedHashMap<String, UUID>();
        streams.put("case", OTHER.caseId());
        streams.put("case in which nothing happened", NOTHING_HAPPENED.caseId());
        streams.put("participant", OTHER.participant());
        streams.put("staff", TestStaff.COLLEAGUE.staffId().value());
        streams.put("organisation", named("organisation|1481"));
        streams.put("policies", named("policies|1481"));
        return streams;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
