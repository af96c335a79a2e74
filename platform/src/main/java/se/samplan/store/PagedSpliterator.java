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
final class PagedSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

    private final Function<@Nullable T, List<T>> fetch;
    private final boolean growing;
    private final Deque<T> batch = new ArrayDeque<>();
    private @Nullable T last;
    private boolean ended;

    private PagedSpliterator(Function<@Nullable T, List<T>> fetch, boolean growing) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
        this.growing = growing;
    }

    /** Ends for good. */
    static <T> PagedSpliterator<T> finite(Function<@Nullable T, List<T>> fetch) {
        return new PagedSpliterator<>(fetch, false);
    }

    /** Ends for now: looks anew when it is asked again, as a tailing reader does. */
    static <T> PagedSpliterator<T> growing(Function<@Nullable T, List<T>> fetch) {
        return new PagedSpliterator<>(fetch, true);
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
        if (ended) {
            ended = !growing;
            return false;
        }
        batch.addAll(fetch.apply(last));
        ended = batch.size() < EventRow.BATCH && !(growing && batch.isEmpty());
        return !batch.isEmpty();
    }
}
