package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samplan.plans.ParallelPlansFold;
import se.samplan.view.CaseDocuments.Change;

/**
 * What the views need of a document store; against the embedded one, or the server that {@code SAMPLAN_TEST_MONGODB_URI}
 * names.
 */
class MongoContractTest {

    private static @Nullable MongoServer embedded;
    private static MongoClient client = start();

    private MongoDatabase database = client.getDatabase("contract");
    private CaseDocuments documents = new CaseDocuments(database.getCollection("cases"));

    private static MongoClient start() {
        var uri = System.getenv("SAMPLAN_TEST_MONGODB_URI");
        if (uri != null) {
            return MongoClients.create(uri);
        }
        var server = new MongoServer(new MemoryBackend());
        embedded = server;
        return MongoClients.create("mongodb://localhost:" + server.bind().getPort());
    }

    @BeforeAll
    static void reachable() {
        assertThat(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .isNotEmpty();
    }

    @AfterAll
    static void stop() {
        client.close();
        var server = embedded;
        if (server != null) {
            server.shutdownNow();
        }
    }

    @BeforeEach
    void fresh() {
        database = client.getDatabase("contract_" + UUID.randomUUID().toString().substring(0, 8));
        documents = new CaseDocuments(database.getCollection("cases"));
        documents.index();
    }

    @org.junit.jupiter.api.AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void a_document_is_inserted_once_and_then_replaced_by_compare_and_set() {
        assertThat(write(-1, 0)).isTrue();
        assertThat(write(-1, 1)).as("it is there already").isFalse();
        assertThat(write(0, 1)).isTrue();
        assertThat(write(0, 2)).as("somebody else was first").isFalse();
        assertThat(documents.load(List.of("a/plans")).values())
                .extracting(found -> found.getInteger("sequence"))
                .containsExactly(1);
    }

    @Test
    void what_is_lost_of_a_bulk_write_does_not_keep_the_rest_from_being_written() {
        assertThat(write(-1, 5)).isTrue();
        var changes = new TreeMap<String, Change>();
        changes.put("a/plans", new Change(-1, document("a/plans", 0)));
        changes.put("b/plans", new Change(-1, document("b/plans", 0)));
        assertThat(documents.write(changes)).isFalse();
        assertThat(documents.load(List.of("a/plans", "b/plans"))).hasSize(2);
    }

    @Test
    void of_many_who_replace_the_same_one_wins_each_time() throws InterruptedException, ExecutionException {
        assertThat(write(-1, 0)).isTrue();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var round = 0; round < 20; round++) {
                var from = round;
                List<Callable<Boolean>> writers = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(writer -> () -> write(from, from + 1))
                        .toList();
                var won = 0;
                for (var writer : threads.invokeAll(writers)) {
                    won += writer.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        }
    }

    @Test
    void a_view_with_its_rows_is_read_back_as_it_was_written() {
        var json = new ViewJson();
        var fold = new ParallelPlansFold();
        for (var seed = 0L; seed < 50; seed++) {
            var stream = Histories.of(seed, 40);
            var caseId = stream.getFirst().stream();
            var folded = CaseDocument.none(caseId, fold).after(stream).document();
            documents.insert(List.of(folded.written(json)));
            var id = CaseDocument.id(caseId, fold);
            var loaded = documents.load(List.of(id)).get(id);
            assertThat(loaded).isNotNull();
            if (loaded != null) {
                assertThat(CaseDocument.read(caseId, fold, loaded, json)).isEqualTo(folded);
            }
        }
    }

    @Test
    void embedded_rows_are_found_unwound_sorted_and_cut() {
        for (var number = 1; number <= 5; number++) {
            var rows = List.of(
                    Map.of("key", "DEADLINES|x", "at", "2022-01-0" + (6 - number), "caseworker", "c" + number % 2),
                    Map.of("key", "MINE|x", "at", "2022-01-01"));
            documents.insert(List.of(document(number + "/plans", 0).append("rows", rows)));
        }
        var pipeline = List.of(
                new Document(
                        "$match",
                        new Document(
                                "rows",
                                new Document(
                                        "$elemMatch",
                                        new Document("key", "DEADLINES|x")
                                                .append("at", new Document("$gte", "2022-01-02"))))),
                new Document("$project", new Document("rows", 1)),
                new Document("$unwind", "$rows"),
                new Document(
                        "$match",
                        new Document("rows.key", "DEADLINES|x")
                                .append("rows.caseworker", new Document("$in", java.util.Arrays.asList("c1", null)))),
                new Document("$sort", new Document("rows.at", 1).append("_id", 1)),
                new Document("$limit", 2));
        var found = documents.collection().aggregate(pipeline).map(each -> each.getString("_id"));
        assertThat(found).containsExactly("3/plans", "1/plans");
    }

    @Test
    void one_process_at_a_time_has_the_lease_until_it_keeps_silent() {
        var now = new AtomicLong();
        var one = new Builds(database).lease(now::get);
        var other = new Builds(database).lease(now::get);
        assertThat(one.held()).isTrue();
        assertThat(other.held()).as("seen for the first time").isFalse();
        now.addAndGet(Lease.KEPT_FOR.toNanos() - 1);
        assertThat(other.held()).as("not silent for long enough").isFalse();
        assertThat(one.held()).as("renewed").isTrue();
        now.addAndGet(1);
        assertThat(other.held()).as("renewed meanwhile").isFalse();
        now.addAndGet(Lease.KEPT_FOR.toNanos());
        assertThat(other.held()).as("silent").isTrue();
        assertThat(one.held()).as("taken over").isFalse();
        one.release();
        assertThat(one.held()).as("not its to release").isFalse();
        other.release();
        assertThat(one.held()).isTrue();
    }

    @Test
    void processes_count_those_who_give_signs_of_life() {
        var now = new AtomicLong();
        var one = new Builds(database).presence(now::get);
        var other = new Builds(database).presence(now::get);
        one.sign();
        other.sign();
        assertThat(other.alive()).as("one sign may be an old one").isEqualTo(1);
        for (var round = 0; round < 2; round++) {
            now.addAndGet(Duration.ofSeconds(3).toNanos());
            other.sign();
            one.sign();
        }
        assertThat(one.alive()).isEqualTo(2);
        now.addAndGet(Presence.SILENT_FOR.toNanos());
        one.sign();
        assertThat(one.alive()).as("the other is silent").isEqualTo(1);
        other.sign();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        one.sign();
        assertThat(one.alive()).as("it has returned").isEqualTo(2);
    }

    @Test
    void a_build_is_of_one_store_of_these_folds_and_not_ahead() {
        var builds = new Builds(database);
        var store = UUID.randomUUID();
        assertThat(builds.current()).isEmpty();
        var build = new Builds.Build(store, "plans:1", "v1", 10, 10);
        assertThat(builds.publish(build, null)).isTrue();
        builds.seen(build, 15);
        builds.seen(build, 12);
        builds.seen(new Builds.Build(store, "plans:1", "v0", 10, 10), 99);
        var current = builds.current().orElseThrow();
        assertThat(current.seenTo()).isEqualTo(15);
        assertThat(current.isOf(store, "plans:1", 15)).isTrue();
        assertThat(current.isOf(store, "plans:1", 14))
                .as("ahead of a restored store")
                .isFalse();
        assertThat(current.isOf(UUID.randomUUID(), "plans:1", 20)).as("foreign").isFalse();
        assertThat(current.isOf(store, "plans:2", 20)).as("of older folds").isFalse();
    }

    @Test
    void a_published_build_takes_the_place_of_the_one_before_it_which_stays_until_all_have_let_go() {
        var builds = new Builds(database);
        var before = new Builds.Build(UUID.randomUUID(), "plans:1", "v1", 10, 10);
        var after = new Builds.Build(UUID.randomUUID(), "plans:1", "v2", 10, 10);
        assertThat(builds.publish(before, null)).isTrue();
        assertThat(builds.publish(after, null)).as("there is one already").isFalse();
        Stream.of("v1", "v2", "v3", "v4")
                .forEach(version -> builds.documents(version).insert(List.of(document("a/plans", 0))));
        assertThat(builds.begin(making("v3"))).isTrue();

        assertThat(builds.publish(after, "v1")).isTrue();

        assertThat(builds.publish(before, "v1")).as("late: another came first").isFalse();
        assertThat(builds.current().orElseThrow().version()).isEqualTo("v2");
        assertThat(builds.documents("v1").collection().countDocuments()).isEqualTo(1);
        builds.dropOthers();
        assertThat(builds.documents("v1").collection().countDocuments()).isZero();
        assertThat(builds.documents("v2").collection().countDocuments()).isEqualTo(1);
        assertThat(builds.documents("v3").collection().countDocuments())
                .as("in the making")
                .isEqualTo(1);
        assertThat(builds.documents("v4").collection().countDocuments()).isZero();
    }

    @Test
    void one_build_at_a_time_is_in_the_making_and_any_process_can_go_on_with_it() {
        var builds = new Builds(database);
        var making = making("v1");
        assertThat(builds.making()).isEmpty();
        assertThat(builds.begin(making)).isTrue();
        assertThat(builds.begin(making("v2"))).isFalse();
        assertThat(builds.making()).contains(making);
        var further = making.at(UUID.randomUUID(), 7);

        assertThat(builds.checkpoint(further)).isTrue();

        assertThat(new Builds(database).making()).contains(further);
        builds.end(making("v2"));
        assertThat(builds.making()).as("another's end").contains(further);
        builds.end(further);
        assertThat(builds.checkpoint(further)).as("no longer to be made").isFalse();
        assertThat(builds.making()).isEmpty();
    }

    @Test
    void what_was_written_after_a_checkpoint_is_removed() {
        var cases = Stream.of("0f", "10", "f0")
                .map(start -> UUID.fromString(start + "000000-0000-4000-8000-000000000000"))
                .toList();
        cases.forEach(id -> documents.insert(List.of(document(id + "/figures", 0), document(id + "/plans", 0))));

        documents.removeAfter(cases.get(1));

        assertThat(documents.ids().into(new ArrayList<>()))
                .containsExactlyInAnyOrder(
                        cases.get(0) + "/figures",
                        cases.get(0) + "/plans",
                        cases.get(1) + "/figures",
                        cases.get(1) + "/plans");
        documents.removeAfter(null);
        assertThat(documents.ids()).isEmpty();
    }

    @Test
    void what_one_process_parks_every_process_knows_and_may_mend() {
        var one = new Parked(database.getCollection("parked"));
        var other = new Parked(database.getCollection("parked"));
        var caseId = UUID.randomUUID();
        var fold = new ParallelPlansFold();
        var id = CaseDocument.id(caseId, fold);

        one.park(caseId, fold, 3, new IllegalStateException());
        one.park(caseId, fold, 4, new IllegalStateException());

        assertThat(other.holds(id)).isTrue();
        assertThat(other.count()).isEqualTo(1);
        assertThat(other.cases()).containsExactly(caseId);
        other.mended(Map.of(id, 3, "another/plans", 9));
        assertThat(one.holds(id)).as("what failed lies further on").isTrue();
        other.mended(Map.of(id, 4, "another/plans", 9));
        assertThat(one.holds(id)).isFalse();
        assertThat(one.count()).isZero();
    }

    private static Making making(String version) {
        return new Making(
                UUID.fromString("7d0b0c1e-0000-4000-8000-000000000000"),
                "plans:1",
                version,
                null,
                "plans",
                UUID.fromString("7d0b0c1e-0000-4000-8000-000000000001"),
                100,
                null,
                0,
                90);
    }

    private boolean write(int from, int to) {
        var changes = new TreeMap<String, Change>();
        changes.put("a/plans", new Change(from, document("a/plans", to)));
        return documents.write(changes);
    }

    private static Document document(String id, int sequence) {
        return new Document("_id", id).append("sequence", sequence).append("view", new Document());
    }
}
