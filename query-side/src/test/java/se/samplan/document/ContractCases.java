package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import se.samplan.fold.Fold;
import se.samplan.fold.Histories;
import se.samplan.fold.TestFolds;
import se.samplan.store.RecordedEvent;
import se.samplan.store.TestPostgres;
import se.samplan.store.TestStore;

/** Generated cases in an event store, and what is to become of them in a document store. */
public final class ContractCases {

    private final ViewJson json = new ViewJson();
    private final TestStore store = new TestStore(TestPostgres.fresh(), events -> List.of());
    private final Map<UUID, List<RecordedEvent>> events = new HashMap<>();

    public ContractCases(int cases, int length) {
        LongStream.range(0, cases).forEach(seed -> {
            var history = Histories.of(seed, length);
            var stream = history.getFirst().stream();
            store.append(stream, history.stream().map(RecordedEvent::event).toArray());
            events.put(stream, store.reader().ofStream(stream));
        });
    }

    public ViewUpdater views(CaseDocuments documents, ParkedCases parked) {
        return views(TestFolds.all(), documents, parked);
    }

    public ViewUpdater views(List<Fold<?>> folds, CaseDocuments documents, ParkedCases parked) {
        return new ViewUpdater(new Folds(folds, json), documents, parked, store.reader());
    }

    /** All events of all cases. */
    Map<UUID, List<RecordedEvent>> all() {
        return part(0, 1);
    }

    /** The n-th of several parts of each case's events. */
    public Map<UUID, List<RecordedEvent>> part(int number, int of) {
        var part = new HashMap<UUID, List<RecordedEvent>>();
        events.forEach((stream, all) ->
                part.put(stream, all.subList(all.size() * number / of, all.size() * (number + 1) / of)));
        return part;
    }

    public void areAllIn(CaseDocuments documents) {
        events.keySet().forEach(stream -> TestFolds.all().forEach(fold -> isIn(documents, stream, fold)));
    }

    private <V> void isIn(CaseDocuments documents, UUID stream, Fold<V> fold) {
        var id = CaseDocument.id(stream, fold);
        var expected = CaseDocument.none(stream, fold)
                .after(events.getOrDefault(stream, List.of()))
                .document();
        assertThat(documents.load(List.of(id)))
                .hasEntrySatisfying(id, found -> assertThat(CaseDocument.read(stream, fold, found, json))
                        .isEqualTo(expected));
    }
}
