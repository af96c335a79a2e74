package se.samplan.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.document.ConcurrentWriters.together;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.SettableClock;
import se.samplan.document.TestMongo;
import se.samplan.operation.Operation.State;
import se.samplan.operation.Operation.What;

/** What was asked for stands in the document store for every process to see, as whoever works at it has told. */
class MongoOperationsTest {

    private static final Instant NOW = Instant.parse("2022-06-15T10:00:00Z");
    private static final UUID SOMEBODY = UUID.fromString("0c2f5fd6-3a0c-4f0e-8a56-0d4a4f5b4c7e");

    private final TestMongo mongo = new TestMongo();
    private final SettableClock clock = SettableClock.standingAt(NOW);
    private final Operations operations = new Operations(mongo.database(), clock);
    private final Operations elsewhere = new Operations(mongo.database(), clock);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void all_that_is_told_of_one_is_read_back() {
        var id = operations.begin(What.REBUILD, "plans", SOMEBODY).operationId();
        clock.goAhead(Duration.ofSeconds(7));
        operations.progress(id, 5, 10);
        assertThat(elsewhere.find(id))
                .contains(new Operation(
                        id, What.REBUILD, "plans", State.RUNNING, 5, 10, NOW, NOW.plusSeconds(7), 0, List.of(), null));
        clock.goAhead(Duration.ofSeconds(1));
        var named = Stream.of(Difference.Kind.values())
                .map(kind -> new Difference("plans", "a case", kind))
                .toList();

        operations.done(id, 4711, named);

        assertThat(elsewhere.find(id))
                .contains(new Operation(
                        id, What.REBUILD, "plans", State.DONE, 5, 10, NOW, NOW.plusSeconds(8), 4711, named, null));
    }

    @Test
    void one_that_failed_is_read_back_with_its_reason() {
        var id = operations.begin(What.CHECK, null, SOMEBODY).operationId();

        operations.failed(id, OperationRefusal.UNKNOWN_VIEW);

        assertThat(elsewhere.find(id))
                .contains(new Operation(
                        id, What.CHECK, null, State.FAILED, 0, 0, NOW, NOW, 0, List.of(), "UNKNOWN_VIEW"));
    }

    @Test
    void whoever_watches_one_is_let_go_when_the_program_stops() throws InterruptedException {
        var id = operations.begin(What.CHECK, null, SOMEBODY).operationId();
        var stream = new ProgressStream(operations);
        var told = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        stream.watch(id, operation -> told.countDown(), ended::countDown);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.getCount()).isEqualTo(1);

        stream.close();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_sign_of_life_keeps_one_from_being_taken_for_lost() {
        var id = operations.begin(What.CHECK, null, SOMEBODY).operationId();
        clock.goAhead(Duration.ofSeconds(60));

        operations.heartbeat(id);

        clock.goAhead(Duration.ofSeconds(60));
        assertThat(elsewhere.find(id)).map(Operation::state).contains(State.RUNNING);
        clock.goAhead(Duration.ofMillis(1));
        assertThat(elsewhere.find(id)).map(Operation::state).contains(State.LOST);
    }

    @Test
    void what_has_ended_is_not_lost_and_is_forgotten_after_thirty_days() {
        var id = operations.begin(What.REBUILD, "plans", SOMEBODY).operationId();
        operations.progress(id, 5, 10);
        operations.done(id, 0, List.of());
        clock.goAhead(Duration.ofDays(30));
        assertThat(elsewhere.find(id)).hasValueSatisfying(ended -> {
            assertThat(ended.state()).isEqualTo(State.DONE);
            assertThat(ended.percent()).isEqualTo(100);
        });

        elsewhere.begin(What.CHECK, null, SOMEBODY);

        assertThat(elsewhere.latest()).hasSize(2);
        clock.goAhead(Duration.ofMillis(1));
        assertThat(elsewhere.latest()).hasSize(1);
        elsewhere.begin(What.CHECK, null, SOMEBODY);
        assertThat(elsewhere.find(id)).isEmpty();
        assertThat(elsewhere.latest()).hasSize(2);
    }

    @Test
    void the_twenty_begun_last_are_listed_the_last_first() {
        var begun = new ArrayList<Operation>();
        for (int number = 0; number < 25; number++) {
            clock.goAhead(Duration.ofMillis(number % 3 == 0 ? 1 : 0));
            begun.add(operations.begin(What.CHECK, null, SOMEBODY));
        }
        begun.sort(Comparator.comparing(Operation::startedAt)
                .thenComparing(operation -> operation.operationId().toString())
                .reversed());

        assertThat(elsewhere.latest()).isEqualTo(begun.subList(0, 20));
    }

    @Test
    void one_that_is_taken_back_does_not_come_again_when_something_is_told_of_it() {
        var id = operations.begin(What.REBUILD, null, SOMEBODY).operationId();

        operations.delete(id);

        elsewhere.progress(id, 5, 10);
        elsewhere.heartbeat(id);
        elsewhere.done(id, 0, List.of());
        elsewhere.failed(id, OperationRefusal.UNKNOWN_VIEW);
        assertThat(elsewhere.find(id)).isEmpty();
        assertThat(elsewhere.latest()).isEmpty();
    }

    @Test
    void of_all_that_are_begun_at_once_none_is_missing() throws Exception {
        operations.begin(What.CHECK, null, SOMEBODY);
        clock.goAhead(Duration.ofDays(31)); // all of them remove it

        var begun = together(
                writer -> () -> new Operations(mongo.database(), clock).begin(What.REBUILD, "of " + writer, SOMEBODY));

        assertThat(operations.latest()).containsExactlyInAnyOrderElementsOf(begun);
    }

    @Test
    void one_that_ends_while_others_tell_of_it_has_ended_with_all_that_came_of_it() throws Exception {
        var found = new Difference("plans", "a case", Difference.Kind.MISSING);
        for (int round = 0; round < 10; round++) {
            var id = operations.begin(What.CHECK, null, SOMEBODY).operationId();

            together(writer -> () -> {
                for (int done = 1; done <= 20; done++) {
                    if (writer == 0 && done == 10) {
                        operations.done(id, 1, List.of(found));
                    } else {
                        long told = 100L * writer + done;
                        elsewhere.progress(id, told, 2 * told);
                    }
                }
                return true;
            });

            assertThat(operations.find(id)).hasValueSatisfying(ended -> {
                assertThat(ended.state()).isEqualTo(State.DONE);
                assertThat(ended.differences()).isEqualTo(1);
                assertThat(ended.named()).containsExactly(found);
                assertThat(ended.total()).as("told with this progress").isEqualTo(2 * ended.done());
            });
        }
    }

    @Test
    void they_are_listed_and_removed_by_an_index() {
        operations.begin(What.CHECK, null, SOMEBODY);
        var documents = mongo.database().getCollection("operations");
        documents.insertMany(IntStream.range(0, 3000)
                .mapToObj(number -> new Document("_id", "number " + number)
                        .append("startedAt", NOW.minusSeconds(number).toEpochMilli()))
                .toList());

        assertThat(documents
                        .listIndexes()
                        .map(index ->
                                List.copyOf(index.get("key", Document.class).keySet()))
                        .into(new ArrayList<>()))
                .contains(List.of("startedAt", "_id"));
        var find = new Document("find", "operations");
        mongo.usesIndex(
                new Document(find)
                        .append("filter", Operations.begunSince(NOW.minusSeconds(3000)))
                        .append("sort", Operations.NEWEST_FIRST)
                        .append("limit", 20),
                "startedAt_1__id_1");
        mongo.usesIndex(
                new Document(find).append("filter", Operations.begunBefore(NOW.minusSeconds(2900))),
                "startedAt_1__id_1");
    }
}
