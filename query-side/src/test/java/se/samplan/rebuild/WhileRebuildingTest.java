package se.samplan.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.build.BuildCatalogue;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.document.BlockedFolds;
import se.samplan.document.CaseDocument;
import se.samplan.document.Digest;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.heartbeat.Lease;
import se.samplan.operation.Operations;
import se.samplan.organisation.Role;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.store.EventReader;
import se.samplan.view.Views;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** While another process rebuilds the views, readers see what there was and what happens, and operators how far it is. */
@QueryTest
class WhileRebuildingTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final int READERS = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

    @Autowired
    private ViewJson json;

    @Autowired
    private Operations operations;

    @Autowired
    private MongoDatabase database;

    @Value("${local.server.port}")
    private String port = "";

    private final BlockedFolds held = new BlockedFolds();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger reads = new AtomicInteger();
    private final Map<Integer, String> expected = new ConcurrentHashMap<>();

    private Someone someone = new Someone(ParticipantId.random(), CaseId.random());
    private String operator = "";
    private BuildCatalogue another;
    private Lease lease;

    @BeforeEach
    void enrolled() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        operator = world.token("olle", "SAMPLAN", Role.OPERATOR);
        someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(
                someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));
        another = new BuildCatalogue(database);
        lease = another.lease(System::nanoTime);
        await().until(lease::tryHold);
        // What another test had rebuilt is changed over to first.
        await().until(() -> another.current().stream().anyMatch(build -> build.version()
                .equals(views.current().build().version())));
    }

    @AfterEach
    void end() {
        held.release();
        threads.shutdownNow();
        threads.close();
        lease.release();
    }

    @Test
    void readers_see_what_happens_meanwhile_and_never_less_than_before() throws Exception {
        var before = views.current().build().version();
        asked();
        var rebuild = begun();
        var readers = IntStream.range(0, READERS)
                .mapToObj(reader -> threads.submit(() -> readUpTo(3)))
                .toList();
        await().until(() -> reads.get() > READERS);

        world.seen(world.happened(someone, StoryEvents.registered(MARCH)));

        assertThat(document().getInteger("sequence")).isEqualTo(2);
        assertThat(rebuild.isDone()).isFalse();
        assertThat(views.current().build().version()).isEqualTo(before);
        held.release();
        rebuild.get(30, TimeUnit.SECONDS);
        await().until(() -> !views.current().build().version().equals(before));
        world.seen(world.happened(someone, StoryEvents.measure(MARCH)));
        for (var reader : readers) {
            reader.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void its_progress_is_sent_as_it_is_shown_and_then_its_end() throws Exception {
        var path = asked();
        var rebuild = begun();
        var sent = sent(path + "/progress");

        var progress = sent.next();
        while (progress.path("total").asLong() == 0) {
            progress = sent.next();
        }

        assertThat(progress).isEqualTo(world.get(operator, path).json());
        assertThat(progress.path("state").asString()).isEqualTo("RUNNING");
        assertThat(progress.path("percent").asInt()).isZero();
        held.release();
        rebuild.get(30, TimeUnit.SECONDS);
        var last = sent.next();
        while (sent.hasNext()) {
            last = sent.next();
        }
        assertThat(last).isEqualTo(world.get(operator, path).json());
        assertThat(last.path("state").asString()).isEqualTo("DONE");
        assertThat(last.path("percent").asInt()).isEqualTo(100);
        assertThat(last.propertyNames()).containsExactlyElementsOf(progress.propertyNames());
    }

    /** Where an operator sees the rebuild that he asked for. */
    private String asked() {
        var begun = world.post(operator, "/api/operations/rebuilds", "{}");
        assertThat(begun.status()).isEqualTo(202);
        return begun.response().headers().firstValue("Location").orElseThrow();
    }

    private Future<?> begun() {
        var pendingBuild = another.pending().orElseThrow();
        var rebuilding = new RebuildJob(another, lease, held.of(folds, json), events, operations);
        return threads.submit(() -> rebuilding.run(pendingBuild));
    }

    private int readUpTo(int last) {
        var seen = 1;
        while (seen < last) {
            var document = document();
            var now = document.getInteger("sequence");
            assertThat(now).isGreaterThanOrEqualTo(seen);
            assertThat(Digest.of(document)).isEqualTo(expected.computeIfAbsent(now, this::digest));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            seen = now;
            reads.incrementAndGet();
        }
        return seen;
    }

    private Document document() {
        var id = CaseDocument.id(someone.caseId().value(), new CaseStateFold());
        return Objects.requireNonNull(views.<Document>ask(
                documents -> documents.find(Filters.eq("_id", id)).first()));
    }

    private String digest(int sequence) {
        var known = events.ofStream(someone.caseId().value()).subList(0, sequence + 1);
        var fresh = folds.replay(someone.caseId().value(), new CaseStateFold(), known);
        return Digest.of(Objects.requireNonNull(fresh.document()));
    }

    /** The operations that are sent as events, each as soon as it comes. */
    private Iterator<JsonNode> sent(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + operator)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JSON.readTree(line.substring("data:".length())))
                .iterator();
    }
}
