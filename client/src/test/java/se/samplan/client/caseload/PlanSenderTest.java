package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanSenderTest {

    private static final Plan PLAN = Plan.make(TableFolder.shipped(), 2022, 1, 0.008, Weights.shipped());

    @TempDir
    Path folder;

    private FakeSamplan samplan;

    @BeforeEach
    void start() throws IOException {
        samplan = new FakeSamplan();
    }

    @AfterEach
    void stop() {
        samplan.close();
    }

    @Test
    void every_command_of_the_plan_is_sent_once_with_a_key_of_its_own() throws Exception {
        var sent = send(5);
        int commands = Setup.of(PLAN).size() + steps();
        assertThat(sent.failures()).isEmpty();
        assertThat(sent.commands()).isEqualTo(commands);
        assertThat(sent.people()).isEqualTo(PLAN.people().size());
        assertThat(commands())
                .hasSize(commands)
                .extracting(FakeSamplan.Came::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void each_persons_commands_come_in_order_and_name_what_was_made() throws Exception {
        send(5);
        for (var person : PLAN.people()) {
            var keys = commands().stream()
                    .map(came -> Objects.requireNonNull(came.key()))
                    .filter(key -> key.startsWith("caseload-2022-1-0.008-" + person.number() + "-"))
                    .toList();
            assertThat(keys).isNotEmpty();
            for (int i = 0; i < keys.size(); i++) {
                assertThat(keys.get(i)).endsWith("-" + i);
            }
        }
        assertThat(commands()).noneMatch(came -> came.path().contains("{"));
    }

    @Test
    void commands_come_in_the_names_of_their_roles_and_take_effect_in_the_past() throws Exception {
        send(5);
        assertThat(commands().stream()
                        .map(came -> came.token().replaceAll(".*client_id=([a-z-]+).*", "$1"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("operator", "social-worker", "municipal-caseworker", "agency-caseworker");
        assertThat(commands()).allSatisfy(came -> {
            var body = new JsonMapper().readTree(came.body());
            var at = body.path(came.path().endsWith("passing-of-time") ? "until" : "effectiveAt")
                    .asString();
            assertThat(at).matches("20(1[789]|2[012])-.*");
        });
    }

    @Test
    void a_broken_connection_and_a_503_are_tried_again_with_the_same_key_and_body() throws Exception {
        Set<String> once = ConcurrentHashMap.newKeySet();
        samplan.instead(came -> {
            if (came.key() == null || !once.add(came.key())) {
                return null;
            }
            if (came.key().endsWith("-2")) {
                samplan.usual(came); // it takes effect, and the answer is lost
                return new FakeSamplan.Reply(0, "");
            }
            return came.key().endsWith("-3") ? new FakeSamplan.Reply(503, "{}") : null;
        });
        var sent = send(5);
        assertThat(sent.failures()).isEmpty();
        assertThat(samplan.effects()).hasSize(sent.commands());
        var repeated = commands().stream()
                .collect(Collectors.groupingBy(came -> String.valueOf(came.key())))
                .values();
        assertThat(repeated).anyMatch(same -> same.size() == 2).allSatisfy(same -> assertThat(same)
                .extracting(FakeSamplan.Came::body)
                .containsOnly(same.getFirst().body()));
    }

    @Test
    void a_refused_command_stops_its_person_and_nobody_else() throws Exception {
        samplan.instead(came -> came.path().endsWith("/enrolments")
                        && came.key() != null
                        && came.key().endsWith("-3")
                ? new FakeSamplan.Reply(409, "{\"code\":\"ALREADY_ENROLLED\",\"detail\":\"is enrolled\"}")
                : null);
        var sent = send(5);
        assertThat(sent.failures()).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .matches("person \\d+: /api/cases/\\{case}/enrolments: 409 ALREADY_ENROLLED is enrolled"));
        assertThat(sent.people())
                .isEqualTo(PLAN.people().size() - sent.failures().size());
    }

    @Test
    void when_patience_ends_the_load_ends_too() throws Exception {
        samplan.instead(came -> came.path().contains("/api/cases/") ? new FakeSamplan.Reply(503, "{}") : null);
        var sent = send(0);
        assertThat(sent.failures()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        assertThat(sent.failures().getFirst()).contains("no answer within 0 s");
    }

    @Test
    void an_answer_without_the_collision_that_must_be_there_is_told() throws Exception {
        samplan.instead(came -> came.path().endsWith("/activities")
                ? new FakeSamplan.Reply(201, "{\"activityId\":\"1\",\"collisions\":[]}")
                : null);
        assertThat(send(5).failures()).anyMatch(failure -> failure.contains("tells of no collision"));
    }

    @Test
    void what_the_closing_check_shows_is_left_open_with_a_reason() throws Exception {
        samplan.instead(came -> came.path().endsWith("/closing-check")
                ? new FakeSamplan.Reply(200, "{\"open\":[{\"entry\":\"e-1\",\"what\":{\"code\":\"ACTIVITY\"}}]}")
                : null);
        assertThat(send(5).failures()).isEmpty();
        assertThat(commands())
                .filteredOn(
                        came -> came.path().endsWith("/ending") && came.path().contains("/enrolments/"))
                .isNotEmpty()
                .allSatisfy(came -> assertThat(came.body())
                        .contains("\"leftOpen\":[\"e-1\"]")
                        .contains("leftOpenReason"));
    }

    @Test
    void staff_and_organisations_that_are_there_already_are_used() throws Exception {
        samplan.instead(came -> came.path().equals("/api/staff?organisation=1384")
                ? new FakeSamplan.Reply(
                        200,
                        "{\"staff\":[{\"staffId\":\"there\",\"subject\":\"mc-1384-1\",\"role\":\"MUNICIPAL_CASEWORKER\"}]}")
                : came.path().equals("/api/organisations")
                        ? new FakeSamplan.Reply(409, "{\"code\":\"ALREADY_REGISTERED\"}")
                        : null);
        assertThat(send(5).failures()).isEmpty();
        assertThat(commands())
                .noneMatch(
                        came -> came.path().equals("/api/staff") && came.body().contains("\"mc-1384-1\""));
        assertThat(commands())
                .anyMatch(
                        came -> came.path().equals("/api/staff") && came.body().contains("\"mc-1384-2\""));
    }

    @Test
    void an_expired_token_is_asked_for_anew() throws Exception {
        Set<String> once = ConcurrentHashMap.newKeySet();
        samplan.instead(came -> came.key() != null && once.add(came.token()) ? new FakeSamplan.Reply(401, "") : null);
        assertThat(send(5).failures()).isEmpty();
    }

    @Test
    void the_journal_holds_what_was_acknowledged_and_what_was_not_answered_and_no_identity_number() throws Exception {
        Set<String> once = ConcurrentHashMap.newKeySet();
        samplan.instead(came -> came.key() != null && came.key().endsWith("-1") && once.add(came.key())
                ? new FakeSamplan.Reply(0, "")
                : null);
        var sent = send(5);
        var lines = Files.readAllLines(folder.resolve("journal.jsonl"));
        var entries = lines.stream().map(new JsonMapper()::readTree).toList();
        assertThat(entries.stream().filter(entry -> entry.path("status").asInt() == 201))
                .hasSize(sent.commands());
        assertThat(entries.stream().filter(entry -> entry.path("unanswered").asBoolean(false)))
                .hasSizeGreaterThanOrEqualTo(once.size());
        assertThat(entries)
                .extracting(entry -> entry.path("template").asString())
                .contains("/api/cases/{case}/referrals");
        assertThat(entries).anyMatch((JsonNode entry) -> entry.path("ids").has("referralId"));
        var numbers = IdentityNumbers.of(PLAN.people(), 1);
        assertThat(PLAN.people())
                .allSatisfy(person -> assertThat(lines.toString()).doesNotContain(numbers.of(person)));
    }

    private List<FakeSamplan.Came> commands() {
        return samplan.came().stream().filter(came -> came.key() != null).toList();
    }

    private static int steps() {
        var stories = new Stories(PLAN);
        return PLAN.people().stream()
                .mapToInt(person -> stories.of(person).size())
                .sum();
    }

    private PlanSender.Sent send(int patienceSeconds) throws IOException, InterruptedException {
        try (var journal = RequestJournal.open(folder.resolve("journal.jsonl"));
                var api = new Api(samplan.url(), Duration.ofSeconds(patienceSeconds), journal)) {
            return new PlanSender(PLAN, api, 8, new LoadProgress.Lines(1, new PrintWriter(new StringWriter()))).send();
        }
    }
}
