package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever registers a person cannot tell whether somebody has registered that person before. */
class RegistrationAlikeTest {

    @Test
    void the_answers_for_known_and_unknown_are_alike() {
        var number = Scene.freshNumber();
        TestStaff.AGENCY.post("/api/participants", body(number)).done();

        assertAlike(
                TestStaff.CASEWORKER.post("/api/participants", body(Scene.freshNumber())),
                TestStaff.CASEWORKER.post("/api/participants", body(number)));
    }

    @Test
    void the_answers_for_protected_and_unknown_are_alike() {
        var number = Scene.freshNumber();
        Scene.register(TestStaff.AGENCY_TRUSTED, number);
        var participant =
                TestStaff.AGENCY_TRUSTED.post("/api/participants", body(number)).id("participantId");
        for (var each : List.of(TestStaff.AGENCY_TRUSTED, TestStaff.AGENCY_TRUSTED_2)) {
            each.post("/api/participants/" + participant + "/protection", "{'protection':'PROTECTED_REGISTRATION'}")
                    .done();
        }

        assertAlike(
                TestStaff.CASEWORKER.post("/api/participants", body(Scene.freshNumber())),
                TestStaff.CASEWORKER.post("/api/participants", body(number)));
    }

    private static void assertAlike(HttpAnswer unknown, HttpAnswer known) {
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(lengths(known)).isEqualTo(lengths(unknown));
        assertThat(known.text()).hasSameSizeAs(unknown.text());
        assertThat(known.json().propertyNames()).isEqualTo(unknown.json().propertyNames());
        assertThat(known.trips()).isEqualTo(unknown.trips());
    }

    private static String body(String number) {
        return "{'identityNumber':'%s'}".formatted(number);
    }

    /** Each header's name and the lengths of its values; the connection's own are of no request. */
    private static Map<String, List<Integer>> lengths(HttpAnswer answer) {
        var lengths = new TreeMap<String, List<Integer>>();
        answer.headers().map().forEach((name, values) -> {
            if (!List.of("connection", "keep-alive").contains(name)) {
                lengths.put(name, values.stream().map(String::length).toList());
            }
        });
        return lengths;
    }
}
