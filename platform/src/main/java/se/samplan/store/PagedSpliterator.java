package se.samplan.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Elements fetched page by page; a page that is not full is the last one, so no empty page is fetched after it. */
final class PagedSpliterator<T> extends Spliterators.AbstractSpliterator<T> {

    private final Function<@Nullable T, List<T>> fetch;
    private final boolean tailing;
    private final Deque<T> page = new ArrayDeque<>();
    private @Nullable T last;
    private boolean ended;

    private PagedSpliterator(Function<@Nullable T, List<T>> fetch, boolean tailing) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.fetch = fetch;
        this.tailing = tailing;
    }

    /** Ends for good after the last page. */
    static <T> PagedSpliterator<T> finite(Function<@Nullable T, List<T>> fetch) {
        return new PagedSpliterator<>(fetch, false);
    }

    /** Ends for now: fetches again on the next call, for a tailing reader. */
    static <T> PagedSpliterator<T> tailing(Function<@Nullable T, List<T>> fetch) {
        return new PagedSpliterator<>(fetch, true);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (page.isEmpty() && !fetchPage()) {
            return false;
        }
        var next = page.remove();
        last = next;
        action.accept(next);
        return true;
    }

    private boolean fetchPage() {
        if (ended) {
            ended = !tailing;
            return false;
        }
        page.addAll(fetch.apply(last));
        ended = page.size() < EventRow.BATCH && !(tailing && page.isEmpty());
        return !page.isEmpty();
    }
}
