package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.lang.reflect.Proxy;
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
import se.samplan.fold.Fold;
import se.samplan.follow.BatchHandler;
import se.samplan.follow.ViewUpdater;
import se.samplan.store.RecordedEvent;

/** However many cases and events are in a batch, it is one load, one fold of each document, and one write. */
class BatchTest {

    private static final int SIZE = 5;
    private static final ContractCases CASES = new ContractCases(SIZE, 24);

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Set<String>> comparedBy = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> folded = new HashMap<>();
    private final ContractMongo mongo = new ContractMongo(settings -> settings.addCommandListener(new Listener()));
    private final CaseDocuments documents = mongo.documents();
    private final ViewUpdater views =
            CASES.views(FoldLawTest.folds().stream().<Fold<?>>map(this::counted).toList(), documents, mongo.parked());

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
        var folds = FoldLawTest.folds().size();
        assertThat(folded).containsEntry("evolve", folds * events).containsEntry("rows", folds * SIZE);
    }

    /** As Axon hands them over, one after another in the unit of work of the batch. */
    private void take(Map<UUID, List<RecordedEvent>> news) {
        var follower = new BatchHandler(views::take, () -> {}, () -> {});
        var batch = new BatchingUnitOfWork<>(news.values().stream()
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(RecordedEvent::sequence))
                .map(BatchTest::message)
                .toList());
        batch.execute(() -> follower.handle(batch.getMessage()));
    }

    private static TrackedEventMessage<?> message(RecordedEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.globalIndex()),
                new GenericDomainEventMessage<>("", event.stream().toString(), event.sequence(), event.event()));
    }

    private Fold<?> counted(Fold<?> fold) {
        return (Fold<?>) Proxy.newProxyInstance(
                Fold.class.getClassLoader(), new Class<?>[] {Fold.class}, (proxy, method, arguments) -> {
                    folded.merge(method.getName(), 1, Integer::sum);
                    return method.invoke(fold, arguments);
                });
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
