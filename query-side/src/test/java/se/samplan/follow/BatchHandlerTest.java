package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.document.CaseDocuments;
import se.samplan.document.ContractCases;
import se.samplan.document.TestMongo;
import se.samplan.document.ViewUpdater;
import se.samplan.fold.Fold;
import se.samplan.fold.ForwardingFold;
import se.samplan.fold.TestFolds;
import se.samplan.store.RecordedEvent;

/** However many cases and events are in a batch, it is one load, one fold of each document, and one write. */
class BatchHandlerTest {

    private static final int SIZE = 5;
    private static final ContractCases CASES = new ContractCases(SIZE, 24);

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Set<String>> comparedBy = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> folded = new HashMap<>();
    private final TestMongo mongo = new TestMongo(settings -> settings.addCommandListener(new Listener()));
    private final CaseDocuments documents = mongo.documents();
    private final ViewUpdater views = CASES.views(
            TestFolds.all().stream().<Fold<?>>map(fold -> counted(fold)).toList(), documents, mongo.parked());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void new_cases_are_looked_for_once_folded_and_inserted_at_once() {
        commands.clear();
        var news = CASES.part(0, 2);

        take(news);

        assertThat(commands).containsExactly("find cases", "insert cases", "find parked");
        areFoldedOnce(news);
    }

    @Test
    void cases_that_go_on_are_loaded_once_folded_and_replaced_at_once() {
        take(CASES.part(0, 2));
        commands.clear();
        folded.clear();
        var news = CASES.part(1, 2);

        take(news);

        assertThat(commands).containsExactly("find cases", "update cases", "find parked");
        assertThat(comparedBy)
                .as("fields of a unique index of the stand-in's, which has no other use for an index")
                .containsExactly(Set.of("_id", "sequence"));
        areFoldedOnce(news);
        CASES.areAllIn(documents);
    }

    private void areFoldedOnce(Map<UUID, List<RecordedEvent>> news) {
        var events = news.values().stream().mapToInt(List::size).sum();
        assertThat(events).isGreaterThan(2 * SIZE);
        var folds = TestFolds.all().size();
        assertThat(folded).containsEntry("evolve", folds * events).containsEntry("rows", folds * SIZE);
    }

    /** As Axon hands them over, one after another in the unit of work of the batch. */
    private void take(Map<UUID, List<RecordedEvent>> news) {
        var follower = new BatchHandler(views::update, () -> {}, () -> {});
        var batch = new BatchingUnitOfWork<>(news.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(RecordedEvent::sequence))
                .map(BatchHandlerTest::message)
                .toList());
        batch.execute(() -> follower.handle(batch.getMessage()));
    }

    private static TrackedEventMessage<?> message(RecordedEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.globalIndex()),
                new GenericDomainEventMessage<>("", event.stream().toString(), event.sequence(), event.event()));
    }

    private <V> Fold<V> counted(Fold<V> fold) {
        return new ForwardingFold<>(fold) {
            @Override
            public V evolve(V view, RecordedEvent recorded) {
                folded.merge("evolve", 1, Integer::sum);
                return super.evolve(view, recorded);
            }

            @Override
            public List<?> rows(V view) {
                folded.merge("rows", 1, Integer::sum);
                return super.rows(view);
            }
        };
    }

    /** Notes each command with the collection that it is for. */
    private final class Listener implements CommandListener {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            var name = event.getCommandName();
            var collection = event.getCommand().get(name, new BsonString(""));
            commands.add(
                    collection.isString() ? name + " " + collection.asString().getValue() : name);
            if (name.equals("update")) {
                event.getCommand()
                        .getArray("updates")
                        .forEach(update -> comparedBy.add(
                                Set.copyOf(update.asDocument().getDocument("q").keySet())));
            }
        }
    }
}
