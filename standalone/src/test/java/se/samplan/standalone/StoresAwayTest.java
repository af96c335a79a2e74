package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.store.Line;
import se.samplan.store.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Samplan while a store is away, and after its return. {@code -Dsamplan.outage=180} keeps it away for so many seconds, and
 * with {@code -Dsamplan.outage.silent=true} it takes connections and says nothing instead of refusing them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class StoresAwayTest {

    /** Long enough that whoever doubles a pause at each failure would still wait when it is over. */
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("samplan.outage", 20));

    private static final boolean SILENT = Boolean.getBoolean("samplan.outage.silent");

    /** Requests sent before the store fell silent wait until its connections time out. */
    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(SILENT ? 25 : 5);

    private static final Duration RESUMES_WITHIN = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static TestPostgres database;
    private static MongoServer documents;
    private static Line toPostgres;
    private static Line toDocuments;
    private static RunningSamplan samplan;
    private static String caseworker;
    private static String reportMaker;
    private static String operator;

    /** Of the running Samplan, before any outage. */
    private static double threads;

    private static int connections;

    @BeforeAll
    static void start() {
        database = TestPostgres.fresh();
        documents = new MongoServer(new InMemoryDocuments());
        toDocuments = Line.to(documents.bind().getPort());
        var url = database.url();
        toPostgres = Line.to(URI.create(url.substring("jdbc:".length())).getPort());
        var passwords = database.properties();
        samplan = RunningSamplan.start(Map.of(
                "SAMPLAN_POSTGRES_URL",
                url.replaceFirst(":[0-9]+/", ":" + toPostgres.port() + "/"),
                "SAMPLAN_POSTGRES_USER",
                "samplan_app",
                "SAMPLAN_POSTGRES_PASSWORD",
                Objects.requireNonNull(passwords.get("samplan.postgres.password")),
                "SAMPLAN_POSTGRES_OWNER_USER",
                "samplan_owner",
                "SAMPLAN_POSTGRES_OWNER_PASSWORD",
                Objects.requireNonNull(passwords.get("samplan.postgres.owner-password")),
                "SAMPLAN_MONGODB_URI",
                "mongodb://localhost:" + toDocuments.port() + "/views"));
        caseworker = samplan.token("municipal-caseworker");
        reportMaker = samplan.token("report-maker");
        operator = samplan.token("operator");
        await().atMost(Duration.ofSeconds(30)).until(() -> report().statusCode() == 200);
        assertThat(plans(registered()).statusCode()).isEqualTo(200);
        threads = threads();
        connections = toDocuments.connections();
    }

    @AfterAll
    static void stop() throws IOException {
        samplan.close();
        toPostgres.close();
        toDocuments.close();
        documents.shutdownNow();
    }

    @Test
    @Order(1)
    void while_the_events_are_away_nothing_is_written_or_read_of_anybody_and_figures_say_how_old_they_are()
            throws IOException {
        var known = registered();
        var personal = List.<Supplier<HttpResponse<String>>>of(
                () -> plans(known),
                () -> samplan.get("/api/cases/" + known.caseId() + "/history", caseworker),
                () -> samplan.get("/api/work-lists/mine", caseworker));
        personal.forEach(read -> assertThat(read.get().statusCode()).isEqualTo(200));
        assertThat(report().statusCode()).isEqualTo(200);
        var begun = Instant.now();

        takeAway(toPostgres);

        await().atMost(AWAY.plusSeconds(60)).during(AWAY).until(() -> {
            var refused = refusedInTime(StoresAwayTest::register);
            var reads = personal.stream().map(StoresAwayTest::refusedInTime).toList();
            assertThat(json(refused.join()).path("code").asString()).isEqualTo("STORE_NOT_REACHABLE");
            reads.forEach(CompletableFuture::join);
            var figures = report();
            assertThat(figures.statusCode()).isEqualTo(200);
            return Instant.parse(json(figures).path("asOf").asString()).isBefore(begun.plusSeconds(5));
        });
        bringBack(toPostgres);

        resumes();
    }

    @Test
    @Order(2)
    void while_the_views_are_away_commands_go_on_and_reads_are_refused() throws IOException {
        var known = registered();
        assertThat(plans(known).statusCode()).isEqualTo(200);

        takeAway(toDocuments);

        await().atMost(AWAY.plusSeconds(60)).during(AWAY).until(() -> {
            registered();
            var refused = plans(known);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            return json(refused).path("code").asString().equals("VIEWS_NOT_REACHABLE");
        });
        bringBack(toDocuments);

        resumes();
    }

    @Test
    @Order(3)
    void outages_leak_neither_threads_nor_connections() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(threads + 5));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(toDocuments.connections()).isLessThanOrEqualTo(connections + 2));
        // Pools of ten, four and four, the notifier's connection and the listener's.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(new JdbcTemplate(database.superuser())
                        .queryForObject(
                                "select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and application_name = 'samplan'",
                                Integer.class))
                .isLessThanOrEqualTo(20));
    }

    private static void takeAway(Line line) throws IOException {
        if (SILENT) {
            line.silence();
        } else {
            line.cut();
        }
    }

    private static void bringBack(Line line) throws IOException {
        if (SILENT) {
            line.cut();
        }
        line.mend();
    }

    /** The refusal, which says when to ask again; requests wait for it side by side. */
    private static CompletableFuture<HttpResponse<String>> refusedInTime(Supplier<HttpResponse<String>> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var before = System.nanoTime();
                    var refused = request.get();
                    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(REFUSED_WITHIN);
                    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                    return refused;
                },
                task -> Thread.ofVirtual().start(task));
    }

    @Test
    void what_was_stored_although_its_answer_was_lost_is_done_once_if_it_is_sent_again() throws Exception {
        var caseId = json(register()).path("caseId").asString();
        var key = UUID.randomUUID().toString();
        assertThat(plansDrafted(caseId)).isEmpty();

        CompletableFuture<HttpResponse<String>> first;
        try (var other = database.superuser().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table samplan.event in share mode");
            first = CompletableFuture.supplyAsync(() -> draft(caseId, key));
            await().until(StoresAwayTest::someoneWaitsToAppend);
            toPostgres.silence();
            other.rollback();
        }
        await().until(() -> plansDrafted(caseId).size() == 1);
        toPostgres.cut();
        assertThat(first.join().statusCode()).isEqualTo(503);
        toPostgres.mend();

        await().atMost(RESUMES_WITHIN).until(() -> draft(caseId, key).statusCode() < 300);
        var again = draft(caseId, key);
        assertThat(again.statusCode()).isLessThan(300);
        assertThat(plansDrafted(caseId))
                .singleElement()
                .asString()
                .contains(json(again).path("planId").asString());
    }

    @Test
    void the_stand_in_has_its_index_where_the_views_documents_are() {
        try (var client = MongoClients.create("mongodb://localhost:" + toDocuments.port())) {
            assertThat(client.getDatabase("views").listCollectionNames())
                    .anyMatch(name -> name.startsWith(InMemoryDocuments.CASES));
        }
    }

    private static HttpResponse<String> draft(String caseId, String key) {
        return samplan.post("/api/cases/" + caseId + "/plans", caseworker, "{\"from\": \"2026-01-01\"}", key);
    }

    private static List<String> plansDrafted(String caseId) {
        return new JdbcTemplate(database.superuser())
                .queryForList(
                        "select convert_from(payload, 'UTF8') from samplan.event where stream = ?::uuid and type = 'PlanDrafted'",
                        String.class,
                        caseId);
    }

    private static boolean someoneWaitsToAppend() {
        return Boolean.TRUE.equals(new JdbcTemplate(database.superuser())
                .queryForObject(
                        "select exists (select 1 from pg_locks where relation = 'samplan.event'::regclass and not granted)",
                        Boolean.class));
    }

    private record Registered(String participant, String caseId, String position) {}

    /** Whoever writes now can read it, and so it was within the time. */
    private static void resumes() {
        var back = System.nanoTime();
        await().pollInterval(Duration.ofMillis(100)).atMost(RESUMES_WITHIN).until(() -> {
            var written = register();
            return written.statusCode() < 300 && plans(registered(written)).statusCode() == 200;
        });
        System.out.printf("resumed within %d ms%n", (System.nanoTime() - back) / 1_000_000);
        var begun = samplan.post("/api/operations/checks", operator, "{}");
        assertThat(begun.statusCode()).isEqualTo(202);
        var path = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !state(path).path("state").asString().equals("RUNNING"));
        assertThat(state(path).path("state").asString()).isEqualTo("DONE");
        assertThat(state(path).path("differences").asInt()).isZero();
    }

    private static JsonNode state(String path) {
        return json(samplan.get(path, operator));
    }

    private static double threads() {
        return samplan.get("/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_threads_live_threads"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static HttpResponse<String> register() {
        return samplan.post("/api/participants", caseworker, "{\"identityNumber\": \"19900101-9802\"}");
    }

    private static Registered registered() {
        return registered(register());
    }

    private static Registered registered(HttpResponse<String> written) {
        assertThat(written.statusCode()).as(written.body()).isLessThan(300);
        return new Registered(
                json(written).path("participantId").asString(),
                json(written).path("caseId").asString(),
                written.headers().firstValue("Samplan-Position").orElseThrow());
    }

    private static HttpResponse<String> plans(Registered person) {
        return samplan.get("/api/participants/" + person.participant() + "/plans", caseworker, person.position());
    }

    private static HttpResponse<String> report() {
        return samplan.get("/api/reports/age?municipality=1481&year=2022", reportMaker);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
