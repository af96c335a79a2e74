package se.samplan.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Elements fetched a batch at a time: a batch that is not full is the last one for now, and no empty one is asked for. */
final class Batches<T> extends Spliterators.AbstractSpliterator<T> {

    private final Function<@Nullable T, List<T>> fetch;
    private final Deque<T> batch = new ArrayDeque<>();
    private @Nullable T last;
    private boolean full = true;

    Batches(Function<@Nullable T, List<T>> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (batch.isEmpty() && !fetchMore()) {
            return false;
        }
        var next = batch.remove();
        last = next;
        action.accept(next);
        return true;
    }

    private boolean fetchMore() {
        if (!full) {
            full = true; // asked again after the end, as a tailing reader does: then look anew
            return false;
        }
        batch.addAll(fetch.apply(last));
        full = batch.isEmpty() || batch.size() == EventRow.BATCH;
        return !batch.isEmpty();
    }
}
