package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a source on a separate thread, a bounded number of items ahead of the caller, which consumes them. Items are
 * converted by whichever thread would otherwise wait.
 *
 * @param <S> an item as it is read
 * @param <T> an item as it is consumed
 */
// The consumer notices an interrupt, as if there were no second thread.
final class ReadAhead<S, T> {

    static final int PAGE = 250;
    static final int PAGES = 8;

    private final Function<S, T> convert;
    private final Queue<Supplier<List<T>>> pages = new ConcurrentLinkedQueue<>();
    private final Semaphore full = new Semaphore(0);
    private final Semaphore empty = new Semaphore(PAGES);
    private volatile boolean abandoned;
    private List<S> next = new ArrayList<>(PAGE);

    private ReadAhead(Function<S, T> convert) {
        this.convert = convert;
    }

    /** Ends a source whose consumer has failed. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Passes all items of the source to the consumer, in order and on the caller's thread; fails as the source or the
     * conversion did. The source has ended when this returns or fails.
     *
     * @param convert has no side effects
     */
    static <S, T> void read(Consumer<Consumer<S>> source, Function<S, T> convert, Consumer<? super T> consumer) {
        var readAhead = new ReadAhead<>(convert);
        var reading = CompletableFuture.runAsync(
                () -> readAhead.readAll(source), Thread.ofPlatform().daemon().name("read-ahead")::start);
        try {
            readAhead.consume(consumer);
        } catch (Throwable e) {
            readAhead.abandon();
            reading.exceptionally(ignored -> null).join();
            throw e;
        }
        try {
            reading.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    private void readAll(Consumer<Consumer<S>> source) {
        try {
            source.accept(this::add);
        } finally {
            var last = next;
            empty.acquireUninterruptibly();
            hand(() -> converted(last));
        }
    }

    private void add(S item) {
        next.add(item);
        if (next.size() == PAGE) {
            var full = next;
            next = new ArrayList<>(PAGE);
            handFullPage(full);
            if (abandoned) {
                throw new Abandoned();
            }
        }
    }

    private void handFullPage(List<S> page) {
        if (empty.tryAcquire()) {
            hand(() -> converted(page));
            return;
        }
        var convertedMeanwhile = converted(page);
        empty.acquireUninterruptibly();
        hand(() -> convertedMeanwhile);
    }

    private void hand(Supplier<List<T>> page) {
        pages.add(page);
        full.release();
    }

    private List<T> converted(List<S> page) {
        return page.stream().map(convert).toList();
    }

    /** The last page is the one that is not full; the source hands one in however it ends. */
    private void consume(Consumer<? super T> consumer) {
        List<T> page;
        do {
            full.acquireUninterruptibly();
            page = pages.remove().get();
            empty.release();
            page.forEach(consumer);
        } while (page.size() == PAGE);
    }

    /** Lets the source hand in its current page and end. */
    private void abandon() {
        abandoned = true;
        empty.release(PAGES);
    }
}
