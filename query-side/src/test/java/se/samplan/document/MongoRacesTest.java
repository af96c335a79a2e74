package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.document.ConcurrentWriters.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.document.CaseDocuments.Change;

/** Eight writers on the same documents at once lose nothing, write nothing twice, and all come to an end. */
class MongoRacesTest {

    private static final List<String> IDS = List.of("a/plans", "b/plans", "c/plans");
    private static final ContractCases CASES = new ContractCases(40, 24);

    private final TestMongo mongo = new TestMongo();
    private final CaseDocuments documents = mongo.documents();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void of_all_who_count_on_the_same_documents_none_is_lost() throws Exception {
        int rounds = 30;

        together(writer -> () -> {
            var dice = new Random(writer);
            for (int round = 0; round < rounds; round++) {
                var id = IDS.get(dice.nextInt(IDS.size()));
                while (!documents.write(new TreeMap<>(Map.of(id, counted(id))))) {
                    inTime();
                }
            }
            return true;
        });

        assertThat(documents.load(IDS).values().stream()
                        .mapToInt(MongoRacesTest::count)
                        .sum())
                .isEqualTo(ConcurrentWriters.COUNT * rounds);
        assertThat(documents.load(IDS).values()).allSatisfy(document -> assertThat(document.getInteger("sequence") + 1)
                .isEqualTo(count(document)));
    }

    /** Whoever found the document there makes another write of it than whoever did not. */
    private Change counted(String id) {
        var found = documents.load(List.of(id)).get(id);
        int from = found == null ? -1 : found.getInteger("sequence");
        int count = found == null ? 0 : count(found);
        return new Change(
                from,
                new Document("_id", id).append("sequence", from + 1).append("view", new Document("count", count + 1)));
    }

    private static int count(Document document) {
        return document.get("view", Document.class).getInteger("count");
    }

    @Test
    void of_all_who_insert_one_id_a_single_one_does() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = round + "/plans";
            var wrote = together(writer -> () -> documents.write(new TreeMap<>(Map.of(
                    id,
                    new Change(-1, new Document("_id", id).append("sequence", 0).append("view", new Document()))))));
            assertThat(wrote).containsOnlyOnce(true);
        }
    }

    /** Eight followers with the same news: no dead-lock between their bulks outlasts the tries that a batch has. */
    @Test
    void all_can_take_the_same_news_of_the_same_cases() throws Exception {
        together(writer -> () -> {
            CASES.views(documents, mongo.parked()).update(CASES.all());
            return true;
        });

        CASES.areAllIn(documents);
    }

    @Test
    void news_taken_in_any_order_and_more_than_once_end_in_the_same_documents() throws Exception {
        together(writer -> () -> {
            var parts = new ArrayList<>(IntStream.range(0, 6).boxed().toList());
            Collections.shuffle(parts, new Random(writer));
            for (var part : parts) {
                CASES.views(documents, mongo.parked()).update(CASES.part(part, 6));
            }
            return true;
        });

        CASES.areAllIn(documents);
        assertThat(mongo.parked().count()).isZero();
    }

    @Test
    void one_of_all_who_want_it_has_the_lease() throws Exception {
        for (int round = 0; round < 20; round++) {
            var held = together(writer -> () -> {
                var lease = new BuildCatalogue(mongo.database()).lease(() -> 0);
                var mine = lease.tryHold();
                return mine ? lease : null;
            });
            var holders = held.stream().filter(Objects::nonNull).toList();
            assertThat(holders).hasSize(1);
            holders.getFirst().release();
        }
    }

    @Test
    void of_all_segments_that_note_how_far_they_are_the_furthest_stands_with_its_event() throws Exception {
        long last = 50L * ConcurrentWriters.COUNT;
        var builds = new BuildCatalogue(mongo.database());
        var build = new Build(UUID.randomUUID(), "plans:1", "v1", 0, 0, null);
        assertThat(builds.publish(build, null)).isTrue();

        together(writer -> () -> {
            for (long index = writer + 1L; index <= last; index += ConcurrentWriters.COUNT) {
                builds.recordPosition(build, mark(index));
            }
            return true;
        });

        assertThat(builds.current()).contains(new Build(build.incarnation(), "plans:1", "v1", 0, last, mark(last)));
    }

    private static EventFingerprint mark(long index) {
        return new EventFingerprint(index, new UUID(4711, index), 3, Instant.EPOCH);
    }

    /** Builds take each other's place while all read: a reader finds all that the build it was told of holds. */
    @Test
    void builds_are_switched_under_load_and_every_reader_finds_a_whole_one() throws Exception {
        int last = 20;
        var store = UUID.randomUUID();
        var builds = new BuildCatalogue(mongo.database());
        assertThat(switched(builds, store, 0)).isTrue();

        var read = together(writer -> () -> {
            if (writer == 0) {
                for (int version = 1; version <= last; version++) {
                    assertThat(switched(builds, store, version)).isTrue();
                }
                return 0;
            }
            int seen = 0;
            for (int times = 1; ; times++) {
                inTime();
                int version = Integer.parseInt(builds.current().orElseThrow().version());
                assertThat(version).as("never an earlier one again").isGreaterThanOrEqualTo(seen);
                assertThat(builds.documents(Integer.toString(version)).load(IDS))
                        .hasSize(IDS.size());
                seen = version;
                if (version == last) {
                    return times;
                }
            }
        });

        assertThat(read.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(ConcurrentWriters.COUNT);
    }

    private static boolean switched(BuildCatalogue builds, UUID store, int version) {
        var documents = builds.documents(Integer.toString(version));
        documents.insert(IDS.stream()
                .map(id -> new Document("_id", id).append("sequence", version).append("view", new Document()))
                .toList());
        return builds.publish(
                new Build(store, "plans:1", Integer.toString(version), version, version, null),
                version == 0 ? null : Integer.toString(version - 1));
    }

    /** Ends a writer whose time is over, instead of trying for ever. */
    private static void inTime() {
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
