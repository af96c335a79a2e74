package se.samplan.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.casework.CaseEvent;
import se.samplan.document.ViewJson;
import se.samplan.event.EventCatalogue;
import se.samplan.store.RecordedEvent;

/** The law of every fold, over generated histories. */
public class FoldLawTest {

    private static final long HISTORIES = 2_500;

    private final ViewJson json = new ViewJson();

    static List<Fold<?>> folds() {
        return TestFolds.all();
    }

    @ParameterizedTest
    @MethodSource("folds")
    public <V> void recorded_and_effective_order_give_the_same_view_and_rows(Fold<V> fold) {
        var differentOrders = 0;
        for (var seed = 0L; seed < HISTORIES; seed++) {
            var recorded = Histories.of(seed, 5 + (int) (seed % 60));
            var effective = Histories.inEffectiveOrder(recorded);
            var one = fold(fold, recorded);
            var other = fold(fold, effective);
            assertThat(other).as("history %d", seed).isEqualTo(one);
            assertThat(fold.rows(other).toString())
                    .as("rows of history %d", seed)
                    .isEqualTo(fold.rows(one).toString());
            differentOrders += recorded.equals(effective) ? 0 : 1;
        }
        assertThat(differentOrders).isGreaterThan((int) HISTORIES / 2);
    }

    @ParameterizedTest
    @MethodSource("folds")
    public <V> void a_view_written_and_read_back_is_the_same(Fold<V> fold) {
        for (var seed = 0L; seed < 60; seed++) {
            var view = fold(fold, Histories.of(seed, 60));
            assertThat(json.read(json.write(view).decode(new DocumentCodec()), fold.type()))
                    .isEqualTo(view);
        }
    }

    @Test
    void the_histories_hold_every_event_of_a_case() {
        var seen = LongStream.range(0, HISTORIES)
                .boxed()
                .flatMap(seed -> Histories.of(seed, 30).stream())
                .map(RecordedEvent::event)
                .map(Object::getClass)
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(names(seen)).isEqualTo(names(EventCatalogue.of(CaseEvent.class)));
    }

    public static <V> V fold(Fold<V> fold, List<RecordedEvent> events) {
        var view = fold.nothing();
        for (var event : events) {
            view = fold.evolve(view, event);
        }
        return view;
    }

    private static Set<String> names(Iterable<? extends Class<?>> classes) {
        var names = new TreeSet<String>();
        classes.forEach(type -> names.add(type.getSimpleName()));
        return names;
    }
}
