package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** When a reading thread looks into the store, and when it need not. */
class TailingStreamTest {

    private final Queue<TrackedEventMessage<?>> store = new ArrayDeque<>();
    private final AppendSignal appendSignal = new AppendSignal();
    private int looks;
    private final TailingStream stream = new TailingStream(
            StreamSupport.stream(PagedSpliterator.<TrackedEventMessage<?>>tailing(last -> look()), false)
                    .iterator(),
            appendSignal);

    @Test
    void at_rest_it_looks_once_for_each_ring_however_often_it_is_asked() {
        assertThat(stream.peek()).isEmpty();
        assertThat(stream.peek()).isEmpty();
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(looks).isEqualTo(1);

        appendSignal.signal();
        assertThat(stream.peek()).isEmpty();
        assertThat(stream.peek()).isEmpty();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void what_came_after_the_last_look_of_a_batch_is_found_although_it_had_rung_before_the_end_was_seen()
            throws Exception {
        store.add(event(1));
        assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
        store.add(event(2));
        appendSignal.signal();

        assertThat(stream.peek().orElseThrow().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
    }

    @Test
    void without_a_ring_what_came_is_not_looked_for() {
        assertThat(stream.peek()).isEmpty();
        store.add(event(1));

        assertThat(stream.peek()).isEmpty();
        appendSignal.signal();
        assertThat(stream.peek()).isPresent();
    }

    private List<TrackedEventMessage<?>> look() {
        looks++;
        var all = new ArrayList<TrackedEventMessage<?>>(store);
        store.clear();
        return all;
    }

    private static TrackedEventMessage<?> event(long index) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(index), GenericEventMessage.asEventMessage("event"));
    }
}
