package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.fold.Fold;
import se.samplan.fold.FoldLawTest;
import se.samplan.fold.ForwardingFold;
import se.samplan.fold.Histories;
import se.samplan.plans.CaseStateFold;
import se.samplan.rebuild.BuildWriter;
import se.samplan.report.FiguresFold;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TestPostgres;
import se.samplan.store.TestStore;

/** A bug of one view parks the case on which it fails, in that view alone, until the view is mended. */
class ParkedCasesTest {

    private static final int FAILING_AT = 7;
    private static final TestStore STORE = new TestStore(TestPostgres.fresh(), events -> List.of());
    private static final EventReader EVENTS = STORE.reader();
    private static final UUID CASE = appended(1);
    private static final UUID ANOTHER = appended(2);
    private static final List<UUID> CASES = List.of(CASE, ANOTHER);

    /** What the faulty view fails on: an event of the case when it evolves, all of the case when it makes rows. */
    private static final Set<Object> POISON =
            Set.of(EVENTS.ofStream(CASE).get(FAILING_AT), FoldLawTest.fold(new FiguresFold(), EVENTS.ofStream(CASE)));

    private final TestMongo mongo = new TestMongo();
    private final CaseDocuments documents = mongo.documents();
    private final ParkedCases parked = mongo.parked();

    private static UUID appended(long seed) {
        var history = Histories.of(seed, 30);
        var stream = history.getFirst().stream();
        STORE.append(stream, history.stream().map(RecordedEvent::event).toArray());
        return stream;
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @ParameterizedTest
    @CsvSource({"evolve, 6", "rows, -1"})
    void a_case_that_goes_on_is_parked_in_the_view_that_fails_on_it(String failing, int reached) {
        var faulty = folds(faulty(failing));

        views(faulty).update(EVENTS.ofStreams(CASES));

        isParkedInThatViewAlone(reached);
        isFoldedOnceTheViewIsMended(faulty, reached);
    }

    @ParameterizedTest
    @CsvSource({"evolve, 6", "rows, -1"})
    void a_rebuild_parks_a_case_in_the_view_that_fails_on_it(String failing, int reached) {
        var faulty = folds(faulty(failing));

        CaseChunks.read(EVENTS, null, EVENTS.highWaterMark(), new BuildWriter(faulty, documents, parked, null)::write);

        isParkedInThatViewAlone(reached);
        isFoldedOnceTheViewIsMended(faulty, reached);
    }

    private void isParkedInThatViewAlone(int reached) {
        var figures = CaseDocument.id(CASE, new FiguresFold());
        assertThat(parked.count()).isEqualTo(1);
        assertThat(parked.contains(figures)).isTrue();
        assertThat(documents.reached(List.of(figures)).getOrDefault(figures, -1))
                .as("what was folded before the failure")
                .isEqualTo(reached);
        isComplete(CASE, new CaseStateFold());
        isComplete(ANOTHER, new CaseStateFold());
        isComplete(ANOTHER, new FiguresFold());
    }

    private void isFoldedOnceTheViewIsMended(Folds faulty, int reached) {
        views(faulty).repair();
        isParkedInThatViewAlone(reached);

        views(folds(new FiguresFold())).repair();

        assertThat(parked.count()).isZero();
        isComplete(CASE, new FiguresFold());
    }

    private void isComplete(UUID caseId, Fold<?> fold) {
        var fresh = folds(new FiguresFold()).replay(caseId, fold, EVENTS.ofStream(caseId));
        var id = CaseDocument.id(caseId, fold);
        assertThat(documents.whole(List.of(id))).hasEntrySatisfying(id, document -> assertThat(Digest.of(document))
                .isEqualTo(Digest.of(Objects.requireNonNull(fresh.document()))));
    }

    private ViewUpdater views(Folds folds) {
        return new ViewUpdater(folds, documents, parked, EVENTS);
    }

    private static Folds folds(Fold<?> figures) {
        return new Folds(List.of(figures, new CaseStateFold()), new ViewJson());
    }

    private static Fold<?> faulty(String failing) {
        return faulty(failing, new FiguresFold());
    }

    /** Fails on what is poison to the method named. */
    private static <V> Fold<V> faulty(String failing, Fold<V> fold) {
        return new ForwardingFold<>(fold) {
            @Override
            public V evolve(V view, RecordedEvent recorded) {
                failOnPoison("evolve", recorded);
                return super.evolve(view, recorded);
            }

            @Override
            public List<?> rows(V view) {
                failOnPoison("rows", view);
                return super.rows(view);
            }

            private void failOnPoison(String method, Object argument) {
                if (method.equals(failing) && POISON.contains(argument)) {
                    throw new IllegalStateException("a bug of the view");
                }
            }
        };
    }
}
