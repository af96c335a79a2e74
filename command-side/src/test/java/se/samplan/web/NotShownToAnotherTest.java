package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.web.Endpoints.Endpoint;

/** Whoever has nothing to do with a person gets to know nothing by writing, and leaves nothing behind. */
class NotShownToAnotherTest {

    private static final List<TestStaff> OTHERS = List.of(
            TestStaff.FOREIGN_CASEWORKER,
            TestStaff.FOREIGN_MANAGER,
            TestStaff.FOREIGN_SOCIAL_WORKER,
            TestStaff.SOCIAL_WORKER_1,
            TestStaff.AGENCY,
            TestStaff.AGENCY_MANAGER_1,
            TestStaff.TUTOR,
            TestStaff.AUDITOR_1,
            TestStaff.REPORT_MAKER_1,
            TestStaff.OPERATOR_1);

    private static final List<String> TABLES = List.of(
            "samplan.event",
            "samplan.idempotency",
            "samplan.access_log",
            "samplan.participant_lane",
            "samplan.ground",
            "samplan.responsible",
            "samplan.due",
            "vault.data_key",
            "vault.identity");

    private static final Running RUNNING = Running.shared();
    private static final Scene OF_THE_UNIT = Scene.of(TestStaff.CASEWORKER);
    private static final Scene PROTECTED = Scene.ofAll().protectedFromNowOn();

    static Stream<Endpoint> endpoints() {
        return Endpoints.all().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void another_party_is_refused_and_nothing_is_stored(Endpoint endpoint) {
        var before = stored();

        for (var other : OTHERS) {
            var answer = other.post(endpoint.below(OF_THE_UNIT.caseId()), endpoint.body(), TestClient.key());
            assertThat(answer.code())
                    .as(other + " " + answer.text())
                    .isIn("UNKNOWN_CASE", "NOT_ALLOWED", "NOT_IN_A_LANE");
            assertThat(answer.status()).isIn(403, 404);
        }

        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_protected_persons_case_looks_as_if_there_were_none(Endpoint endpoint) {
        var before = stored();
        var unknown = UUID.randomUUID();

        for (var without : withoutMandate()) {
            var ofProtected = without.post(endpoint.below(PROTECTED.caseId()), endpoint.body(), TestClient.key());
            var ofNobody = without.post(endpoint.below(unknown), endpoint.body(), TestClient.key());

            assertThat(ofProtected.shape()).as(without.name()).isEqualTo(ofNobody.shape());
            assertThat(ofProtected.code()).as(without.name()).isIn("UNKNOWN_CASE", "NOT_IN_A_LANE");
        }

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void the_closing_check_is_not_shown_either() {
        var path = "/enrolments/" + OF_THE_UNIT.enrolled() + "/closing-check";

        assertThat(TestStaff.CASEWORKER
                        .client()
                        .get("/api/cases/" + OF_THE_UNIT.caseId() + path)
                        .status())
                .isEqualTo(200);
        TestStaff.FOREIGN_CASEWORKER
                .client()
                .get("/api/cases/" + OF_THE_UNIT.caseId() + path)
                .refused(404, "UNKNOWN_CASE");
        var ofProtected = TestStaff.CASEWORKER.client().get("/api/cases/" + PROTECTED.caseId() + path);
        var ofNobody = TestStaff.CASEWORKER.client().get("/api/cases/" + UUID.randomUUID() + path);
        assertThat(ofProtected.shape()).isEqualTo(ofNobody.shape());
    }

    @Test
    void protection_of_a_protected_person_looks_as_if_there_were_none() {
        var writes = Map.of("/protection", "{'protection':'SECRECY_MARKING'}", "/protection/lifting", "{}");
        for (var without : withoutMandate()) {
            writes.forEach((path, body) -> {
                var ofProtected = without.post("/api/participants/" + PROTECTED.participant() + path, body);
                var ofNobody = without.post("/api/participants/" + UUID.randomUUID() + path, body);

                assertThat(ofProtected.shape()).as(without.name()).isEqualTo(ofNobody.shape());
            });
        }
    }

    @Test
    void those_with_the_mandate_go_on() {
        PROTECTED.post(TestStaff.TRUSTED, "plans", "{'from':'2026-01-01'}").done();
        PROTECTED
                .post(TestStaff.AGENCY_TRUSTED, "plans", "{'from':'2026-01-01'}")
                .done();
    }

    @Test
    void only_managers_and_those_with_the_mandate_protect() {
        var scene = Scene.ofAll();

        scene.protect(TestStaff.CASEWORKER, "SECRECY_MARKING").refused(403, "NOT_ALLOWED");
        scene.protect(TestStaff.SOCIAL_WORKER_1, "SECRECY_MARKING").refused(403, "NOT_ALLOWED");
        scene.protect(TestStaff.MANAGER, "SECRECY_MARKING").done();
        scene.protect(TestStaff.TRUSTED, "SECRECY_MARKING").done();
        // Who lacks the mandate has hidden the person from himself too.
        scene.protect(TestStaff.MANAGER, "PROTECTED_REGISTRATION").refused(404, "UNKNOWN_PARTICIPANT");
        scene.lift(TestStaff.MANAGER).refused(404, "UNKNOWN_PARTICIPANT");
        scene.protect(TestStaff.AGENCY_TRUSTED, "PROTECTED_REGISTRATION").done();
    }

    @Test
    void every_write_below_a_case_is_looked_at_here() {
        var mapped = Endpoints.mapped(RUNNING).stream()
                .filter(pattern -> pattern.startsWith("/api/cases/"))
                .map(pattern -> pattern.replace("/api/cases/{caseId}/", "").replaceAll("\\{[a-zA-Z]+}", "ID"))
                .toList();

        assertThat(mapped)
                .containsExactlyInAnyOrderElementsOf(
                        Endpoints.all().stream().map(Endpoint::path).toList());
    }

    private static List<TestStaff> withoutMandate() {
        var without = new ArrayList<>(OTHERS);
        without.addAll(List.of(TestStaff.CASEWORKER, TestStaff.MANAGER, TestStaff.AGENCY_PLAIN));
        return without;
    }

    private static Map<String, Long> stored() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, RUNNING::count));
    }
}
