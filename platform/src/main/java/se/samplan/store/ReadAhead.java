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
 * Reads in a thread of its own what is used in the caller's, a bounded number of items ahead. In between each item has to be
 * prepared: by the reading thread where the other has enough to do, otherwise by the caller's.
 *
 * @param <S> an item as it is read
 * @param <T> as it is used
 */
// Whoever is interrupted meanwhile finds out in the consumer, as if there were no second thread.
final class ReadAhead<S, T> {

    static final int AT_ONCE = 250;
    static final int PORTIONS = 8;

    private final Function<S, T> preparing;
    private final Queue<Supplier<List<T>>> portions = new ConcurrentLinkedQueue<>();
    private final Semaphore full = new Semaphore(0);
    private final Semaphore empty = new Semaphore(PORTIONS);
    private volatile boolean abandoned;
    private List<S> next = new ArrayList<>(AT_ONCE);

    private ReadAhead(Function<S, T> preparing) {
        this.preparing = preparing;
    }

    /** Ends a source that nobody reads from any more. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Hands over all that the source does, in its order and in the caller's thread, and then fails as the source did, if
     * it did; or as preparing did. The source is at rest when this returns or fails.
     *
     * @param preparing a function without side effects
     */
    static <S, T> void read(Consumer<Consumer<S>> source, Function<S, T> preparing, Consumer<? super T> consumer) {
        var readAhead = new ReadAhead<>(preparing);
        var reading = CompletableFuture.runAsync(
                () -> readAhead.readAll(source), Thread.ofPlatform().daemon().name("reads-ahead")::start);
        try {
            readAhead.handOver(consumer);
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
            source.accept(this::take);
        } finally {
            var last = next;
            empty.acquireUninterruptibly();
            hand(() -> prepared(last));
        }
    }

    private void take(S item) {
        next.add(item);
        if (next.size() == AT_ONCE) {
            var whole = next;
            next = new ArrayList<>(AT_ONCE);
            handWhole(whole);
            if (abandoned) {
                throw new Abandoned();
            }
        }
    }

    private void handWhole(List<S> portion) {
        if (empty.tryAcquire()) {
            hand(() -> prepared(portion));
            return;
        }
        var inTheMeantime = prepared(portion);
        empty.acquireUninterruptibly();
        hand(() -> inTheMeantime);
    }

    private void hand(Supplier<List<T>> portion) {
        portions.add(portion);
        full.release();
    }

    private List<T> prepared(List<S> portion) {
        return portion.stream().map(preparing).toList();
    }

    /** The last portion is the one that is not whole; the source hands one in however it ends. */
    private void handOver(Consumer<? super T> consumer) {
        List<T> portion;
        do {
            full.acquireUninterruptibly();
            portion = portions.remove().get();
            empty.release();
            portion.forEach(consumer);
        } while (portion.size() == AT_ONCE);
    }

    /** Lets it hand in what it has begun. */
    private void abandon() {
        abandoned = true;
        empty.release(PORTIONS);
    }
}
