package se.samplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;
import static se.samplan.plans.StoryEvents.SOCIAL_SERVICES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.HttpReply;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.Role;
import se.samplan.plans.StoryEvents;
import tools.jackson.databind.JsonNode;

/** The plain history over HTTP. */
@QueryTest
class HistoryTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    private String caseworker = "";
    private String agency = "";

    @BeforeEach
    void appoint() {
        world.time().standAt(QueryWorld.NOW);
        caseworker = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        agency = world.token("ali", "AF-1481", Role.AGENCY_CASEWORKER);
    }

    @Test
    void what_is_hidden_leaves_no_trace_in_the_numbers() {
        var someone = someone();
        var history = history(caseworker, someone).json();
        assertThat(types(history)).containsExactly("ActivityPlanned", "ClearanceRequested");
        assertThat(history.path("events").values().stream()
                        .map(event -> event.path("sequence").asInt()))
                .containsExactly(1, 2);
        assertThat(history.at("/events/0/text/sv").asString()).isEqualTo("En insats planerades.");
        assertThat(history.at("/events/0/fields/kind/en").asString()).isEqualTo("work placement");
        assertThat(history.at("/events/0/actor").asString()).isEqualTo("somebody");
        var other = history(agency, someone);
        assertThat(types(other.json()))
                .containsExactly("RegistrationRecorded", "ActivityPlanned", "ClearanceRequested");
        assertThat(other.body()).doesNotContain("WORK_PLACEMENT");
    }

    @Test
    void a_pointer_to_a_hidden_entry_is_not_shown() {
        var someone = someone();
        assertThat(history(caseworker, someone).json().at("/events/1/fields").has("activityId"))
                .isTrue();
        assertThat(history(agency, someone).json().at("/events/2/fields").has("activityId"))
                .isFalse();
    }

    @Test
    void a_consent_opens_the_events_that_it_covers_and_no_other() {
        var someone = someone();
        world.happened(
                someone, StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, LaneId.AGENCY), InformationKind.ACTIVITIES));
        assertThat(types(history(caseworker, someone).json()))
                .containsExactly(
                        "ActivityPlanned",
                        "ActivityPlanned",
                        "CollisionFound",
                        "ClearanceRequested",
                        "ConsentRecorded");
    }

    @Test
    void an_answer_is_shown_to_a_third_lane_only_with_a_ground_towards_the_lane_that_gave_it() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES, LaneId.AGENCY);
        var placement = StoryEvents.placement(MARCH);
        var clearance = StoryEvents.clearance(placement, MARCH, LocalDate.of(2022, 3, 15));
        world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                placement,
                clearance,
                StoryEvents.denied(clearance, MARCH.plusSeconds(3600)),
                StoryEvents.consent(MARCH, List.of(LABOUR_MARKET, SOCIAL_SERVICES), InformationKind.ACTIVITIES));
        var socialWorker = world.token("sam", "1481", Role.SOCIAL_WORKER);
        assertThat(types(history(socialWorker, someone).json()))
                .containsExactly("ActivityPlanned", "ClearanceRequested", "ConsentRecorded");
        assertThat(types(history(caseworker, someone).json())).contains("ClearanceDenied");
        assertThat(types(history(agency, someone).json())).contains("ClearanceDenied");
        world.happened(
                someone,
                StoryEvents.consent(MARCH, List.of(SOCIAL_SERVICES, LaneId.AGENCY), InformationKind.ACTIVITIES));
        assertThat(types(history(socialWorker, someone).json())).contains("ClearanceDenied");
    }

    @Test
    void an_auditor_is_shown_the_lanes_of_the_own_organisation() {
        var someone = someone();
        var auditor = world.token("rev", "1481", Role.AUDITOR);
        assertThat(types(history(auditor, someone).json())).containsExactly("ActivityPlanned", "ClearanceRequested");
        assertThat(history(world.token("rev", "1384", Role.AUDITOR), someone).code())
                .isEqualTo("UNKNOWN_CASE");
    }

    @Test
    void it_is_not_shown_to_another_municipality_nor_to_roles_without_cases() {
        var someone = someone();
        var stranger = history(world.token("liv", "1384", Role.MUNICIPAL_CASEWORKER), someone);
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("UNKNOWN_CASE");
        assertThat(world.get(caseworker, "/api/cases/" + UUID.randomUUID() + "/history")
                        .code())
                .isEqualTo("UNKNOWN_CASE");
        for (var role : List.of(Role.PROVIDER_TUTOR, Role.REPORT_MAKER, Role.OPERATOR)) {
            assertThat(history(world.token("ulf", "1481", role), someone).code())
                    .isEqualTo("NOT_ALLOWED");
        }
    }

    @Test
    void a_protected_person_is_shown_to_those_with_the_mandate_only() {
        var someone = someone();
        world.protect(someone);
        assertThat(history(caseworker, someone).code()).isEqualTo("UNKNOWN_CASE");
        var trusted = world.token("pia", "1481", Role.MUNICIPAL_CASEWORKER, Mandate.PROTECTED_IDENTITIES);
        assertThat(history(trusted, someone).status()).isEqualTo(200);
    }

    @Test
    void a_past_moment_is_refused_until_it_can_be_shown() {
        var path = "/api/cases/" + someone().caseId() + "/history";
        var auditor = world.token("rev", "1481", Role.AUDITOR);
        for (var moment : List.of("asOf=2022-03-01T09:00:00Z", "knownAt=2022-03-01T09:00:00Z")) {
            var answer = world.get(auditor, path + "?" + moment);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("NOT_YET_AVAILABLE");
        }
    }

    @Test
    void a_history_with_an_event_of_tomorrow_is_refused_and_every_read_is_logged() {
        var someone = someone();
        history(caseworker, someone);
        assertThat(world.logged(someone)).isEqualTo(1);
        world.happenedTomorrow(someone);
        var answer = history(caseworker, someone);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("HISTORY_NOT_READABLE");
    }

    private Someone someone() {
        var someone = world.someone(LABOUR_MARKET, SOCIAL_SERVICES, LaneId.AGENCY);
        var placement = StoryEvents.placement(MARCH);
        var measure = StoryEvents.measure(MARCH);
        world.happened(
                someone,
                StoryEvents.opened(someone, LABOUR_MARKET, MARCH),
                StoryEvents.registered(MARCH),
                measure,
                placement,
                StoryEvents.collision(placement, measure, MARCH),
                StoryEvents.clearance(placement, MARCH, LocalDate.of(2022, 3, 15)));
        return someone;
    }

    private HttpReply history(String token, Someone someone) {
        return world.get(token, "/api/cases/" + someone.caseId() + "/history");
    }

    private static List<String> types(JsonNode history) {
        return history.path("events").values().stream()
                .map(event -> event.path("type").asString())
                .toList();
    }
}
