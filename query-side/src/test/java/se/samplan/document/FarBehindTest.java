package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.fold.Histories;
import se.samplan.fold.TestFolds;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TestPostgres;
import se.samplan.store.TestStore;

/** A follower with many events to come folds each case of a full batch to its end at once. */
class FarBehindTest {

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final TestStore STORE = new TestStore(POSTGRES, events -> List.of());
    private static final List<UUID> CASES = LongStream.range(0, 3)
            .mapToObj(seed -> Histories.of(seed, 30))
            .map(FarBehindTest::appended)
            .toList();

    private final TestMongo mongo = new TestMongo();
    private final CaseDocuments documents = mongo.documents();
    private final ParkedCases parked = mongo.parked();
    private final Folds folds = new Folds(TestFolds.all(), new ViewJson());
    private final EventReader events = STORE.reader();

    private static UUID appended(List<RecordedEvent> history) {
        var stream = history.getFirst().stream();
        STORE.append(stream, history.stream().map(RecordedEvent::event).toArray());
        return stream;
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void with_more_events_to_come_than_told_each_case_is_folded_to_its_end() {
        var batch = full(CASES);

        views(toCome(batch) - 1).update(batch);

        CASES.forEach(each -> assertThat(sequences(each))
                .containsOnly(events.ofStream(each).getLast().sequence()));
    }

    @Test
    void with_just_so_many_to_come_it_is_folded_as_far_as_the_batch_goes() {
        var batch = full(CASES);

        views(toCome(batch)).update(batch);

        CASES.forEach(each -> assertThat(sequences(each)).containsOnly(0));
    }

    @Test
    void a_batch_with_room_left_is_taken_as_it_is() {
        var batch = new EventBatch();
        batch.add(first(CASES.getFirst()));

        views(-1).update(batch);

        assertThat(sequences(CASES.getFirst())).containsOnly(0);
    }

    @Test
    void a_case_whose_documents_know_the_batch_already_is_not_read_again() {
        var known = CASES.getFirst();
        views(-1).update(Map.of(known, events.ofStream(known).subList(0, 2)));

        views(-1).update(full(List.of(known)));

        assertThat(sequences(known)).containsOnly(1);
    }

    @Test
    void a_stream_of_no_case_is_not_parked_for_an_event_that_cannot_be_read() {
        var stream = UUID.randomUUID();
        SortedSet<Branch> branches = new TreeSet<>(List.of(Branch.LABOUR_MARKET));
        STORE.append(
                stream,
                new OrganisationRegistered(
                        new OrganisationId("1481"),
                        OrganisationKind.MUNICIPALITY,
                        "Mölndal",
                        null,
                        null,
                        branches,
                        Instant.parse("2022-03-01T09:00:00Z")));
        JdbcClient.create(POSTGRES.app())
                .sql("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (?, 1, 'OrganisationTeleported', 1, '{}', '{}')")
                .param(stream)
                .update();
        var batch = new EventBatch();
        while (!batch.isFull()) {
            batch.add(events.ofStream(stream).getLast());
        }

        views(-1).update(batch);

        assertThat(parked.cases()).isEmpty();
        assertThat(documents.reached(folds.ids(stream).toList())).isEmpty();
    }

    private ViewUpdater views(long farBehind) {
        return new ViewUpdater(folds, documents, parked, events, farBehind);
    }

    /** The first events of these cases, as often as it takes. */
    private EventBatch full(List<UUID> cases) {
        var batch = new EventBatch();
        while (!batch.isFull()) {
            cases.forEach(each -> batch.add(first(each)));
        }
        return batch;
    }

    private RecordedEvent first(UUID stream) {
        return events.ofStream(stream).getFirst();
    }

    private long toCome(EventBatch batch) {
        return events.highWaterMark() - batch.last().globalIndex();
    }

    private List<Integer> sequences(UUID caseId) {
        var ids = folds.ids(caseId).toList();
        var reached = documents.reached(ids);
        assertThat(reached).containsOnlyKeys(ids);
        return List.copyOf(reached.values());
    }
}
