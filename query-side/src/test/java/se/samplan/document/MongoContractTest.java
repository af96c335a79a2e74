package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.document.CaseDocuments.Change;
import se.samplan.fold.Histories;
import se.samplan.plans.CaseStateFold;

/** What the views need of a document store, on the embedded one or the one that {@code SAMPLAN_MONGODB_URI} names. */
class MongoContractTest {

    private final TestMongo mongo = new TestMongo();
    private final CaseDocuments documents = mongo.documents();

    @AfterEach
    void close() {
        mongo.close();
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
        var fold = new CaseStateFold();
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
    void what_is_inserted_again_stays_as_it_is_and_the_rest_is_inserted() {
        documents.insert(List.of(document("b/plans", 7)));

        documents.insert(List.of(document("a/plans", 1), document("b/plans", 1), document("c/plans", 1)));

        assertThat(documents.load(List.of("a/plans", "b/plans", "c/plans")).values())
                .extracting(found -> found.getInteger("sequence"))
                .containsExactlyInAnyOrder(1, 7, 1);
        assertThat(documents.ids().into(new ArrayList<>())).containsExactlyInAnyOrder("a/plans", "b/plans", "c/plans");
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
