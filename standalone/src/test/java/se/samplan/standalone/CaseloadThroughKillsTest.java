package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samplan.client.Client;
import se.samplan.client.caseload.EventsWithoutAStory;
import se.samplan.event.EventCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a tenth of the caseload of 2022 into a Samplan that is killed meanwhile. {@code -Dsamplan.kills=10} strikes as
 * often as one likes, {@code -Dsamplan.scale=1} loads all of it.
 */
@SuppressWarnings("NullAway.Init")
class CaseloadThroughKillsTest {

    private static final int KILLS = Integer.getInteger("samplan.kills", 2);
    private static final String SCALE = System.getProperty("samplan.scale", "0.1");
    private static final double LEAST_OF_A_TYPE = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What opens an entry over HTTP, and the event that says so. */
    private static final Map<String, Set<String>> OPENING = Map.of(
            "/api/participants", Set.of("ParticipantRegistered", "ParticipantRecognised"),
            "/referrals", Set.of("ReferralMade"),
            "/enrolments", Set.of("ParticipantEnrolled"),
            "/registrations", Set.of("RegistrationRecorded"),
            "/consents", Set.of("ConsentRecorded"),
            "/plans", Set.of("PlanDrafted"),
            "/activities", Set.of("ActivityPlanned"),
            "/clearances", Set.of("ClearanceRequested"),
            "/subsidy-requests", Set.of("SubsidyDecisionRequested"),
            "/corrections", Set.of("EnteredInError"));

    private static final List<String> TURNS = List.of(
            "CollisionFound",
            "ClearanceGranted",
            "ClearanceDenied",
            "ClearanceOverdue",
            "SubsidyApproved",
            "SubsidyRefused",
            "SubsidyWindowLapsed",
            "ConsentWithdrawn");

    @TempDir
    private static Path folder;

    private static MortalSamplan samplan;
    private static Path journal;
    private static Path plan;

    @BeforeAll
    static void load_while_it_is_killed() throws Exception {
        journal = folder.resolve("journal.jsonl");
        plan = folder.resolve("plan.json");
        samplan = MortalSamplan.start(folder, folder.resolve("data"));
        try (var load = client("--scale", SCALE, "--journal", journal.toString(), "--retry-seconds", "240")) {
            strikeWhileLoading(load);
            assertThat(load.awaitEnd())
                    .as("%s\n%s", String.join("\n", load.lines()), String.join("\n", samplan.complaints()))
                    .isZero();
        }
    }

    @AfterAll
    static void end_it() throws Exception {
        samplan.stop();
    }

    /** A strike counts only if a command was unanswered then. */
    private static void strikeWhileLoading(ForkedJava load) throws Exception {
        int counted = 0;
        for (int strike = 0; counted < KILLS && strike < 3 * KILLS; strike++) {
            var lines = lines().size();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> lines().size() > lines + 300 || !load.process().isAlive());
            var unanswered = unanswered();
            samplan.killAndRestart();
            counted += unanswered() > unanswered ? 1 : 0;
        }
        assertThat(counted).as("kills while a command was unanswered").isEqualTo(KILLS);
    }

    @Test
    void no_acknowledged_command_is_lost() throws Exception {
        var stored = new HashMap<String, String>();
        query("""
                select i.key, i.entry, i.stream is null or exists (
                  select from samplan.event e where e.stream = i.stream and e.sequence = i.sequence)
                from samplan.idempotency i""", row -> stored.put(row.getFirst(), row.get(1) + " " + row.get(2)));
        var acknowledged = acknowledged();
        assertThat(acknowledged).hasSizeGreaterThan(1000);
        assertThat(stored.keySet()).containsAll(acknowledged.keySet());
        assertThat(stored.values()).allMatch(value -> value.endsWith(" t"));
    }

    @Test
    void each_command_had_one_effect() throws Exception {
        var events = events();
        OPENING.forEach((template, types) -> assertThat(types.stream()
                        .mapToLong(type -> events.getOrDefault(type, 0L))
                        .sum())
                .as(template)
                .isEqualTo(acknowledged().values().stream()
                        .filter(line -> line.path("template").asString().endsWith(template))
                        .filter(line -> !line.path("template").asString().contains("{planId}"))
                        .count()));
    }

    @Test
    void the_reports_print_the_planned_figures_again() throws Exception {
        try (var verify = ForkedJava.start(
                folder,
                Client.class,
                "caseload",
                "verify",
                "--plan",
                plan.toString(),
                "--all",
                "--url",
                samplan.url())) {
            assertThat(verify.awaitEnd()).as(String.join("\n", verify.lines())).isZero();
        }
    }

    @Test
    void every_event_type_occurs_and_every_turn_in_a_hundredth_of_the_cases() throws Exception {
        var events = events();
        var least = Math.max(1, (long) (LEAST_OF_A_TYPE * Double.parseDouble(SCALE)));
        assertThat(EventCatalogue.all())
                .filteredOn(type -> !EventsWithoutAStory.NAMED.contains(type.getSimpleName()))
                .allSatisfy(type -> assertThat(events.getOrDefault(type.getSimpleName(), 0L))
                        .as(type.getSimpleName())
                        .isGreaterThanOrEqualTo(least));
        var cases = events.getOrDefault("CaseOpened", 0L);
        var streams = new HashMap<String, Long>();
        query(
                "select type, count(distinct stream) from samplan.event group by type",
                row -> streams.put(row.getFirst(), Long.parseLong(row.get(1))));
        assertThat(TURNS).allSatisfy(turn -> assertThat(streams.getOrDefault(turn, 0L) * 100)
                .as(turn)
                .isGreaterThanOrEqualTo(cases));
    }

    @Test
    void all_that_is_shown_agrees_with_the_events_and_rights_that_do_not_are_named_and_mended() throws Exception {
        assertThat(operate("check", 0)).contains("agree with the events");
        try (var connection = samplan.database();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from samplan.responsible where entry_id ="
                            + " (select entry_id from samplan.responsible order by entry_id limit 1)"))
                    .isEqualTo(1);
        }
        assertThat(operate("check", 1)).contains("MISSING", "rights.responsible", "1 differences");
        assertThat(operate("rebuild rights", 0)).contains("1 rows repaired");
        assertThat(operate("rebuild", 0)).contains("Rebuilt from");
        assertThat(operate("check", 0)).contains("agree with the events");
    }

    private static String operate(String command, int expected) throws Exception {
        var arguments = (command + " --url " + samplan.url()).split(" ", -1);
        try (var client = ForkedJava.start(folder, Client.class, arguments)) {
            var status = client.awaitEnd();
            var said = String.join("\n", client.lines());
            assertThat(status).as(said).isEqualTo(expected);
            return said;
        }
    }

    private static ForkedJava client(String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("caseload", "--year", "2022", "--url", samplan.url(), "--plan", plan.toString()));
        arguments.addAll(List.of(more));
        return ForkedJava.start(folder, Client.class, arguments.toArray(String[]::new));
    }

    private static Map<String, Long> events() throws Exception {
        var counts = new HashMap<String, Long>();
        query(
                "select type, count(*) from samplan.event group by type",
                row -> counts.put(row.getFirst(), Long.parseLong(row.get(1))));
        return counts;
    }

    private static void query(String sql, Consumer<List<String>> rows) throws Exception {
        try (var connection = samplan.database();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.accept(row);
            }
        }
    }

    /** What the journal has an answer for, by key. */
    private static Map<String, JsonNode> acknowledged() {
        return lines().stream()
                .map(JSON::readTree)
                .filter(line -> line.has("status"))
                .filter(line -> line.path("method").asString().equals("POST"))
                .collect(Collectors.toMap(line -> line.path("key").asString(), line -> line, (first, same) -> same));
    }

    private static int unanswered() {
        var keys = new HashSet<String>();
        lines().stream()
                .map(JSON::readTree)
                .filter(line -> line.path("unanswered").asBoolean(false))
                .forEach(line -> keys.add(line.path("key").asString()));
        return keys.size();
    }

    private static List<String> lines() {
        try {
            return Files.exists(journal)
                    ? Files.readAllLines(journal).stream()
                            .filter(line -> line.endsWith("}"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
