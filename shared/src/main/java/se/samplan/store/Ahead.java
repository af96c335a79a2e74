package se.samplan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Reads in a thread of its own what is used in the caller's, a bounded number of items ahead. */
// Whoever is interrupted meanwhile finds out in the consumer, as if there were no second thread.
final class Ahead<T> {

    static final int AT_ONCE = 250;
    static final int PORTIONS = 8;

    private final Queue<List<T>> portions = new ConcurrentLinkedQueue<>();
    private final Semaphore full = new Semaphore(0);
    private final Semaphore empty = new Semaphore(PORTIONS);
    private volatile boolean abandoned;
    private List<T> next = new ArrayList<>(AT_ONCE);

    /** Ends a source that nobody reads from any more. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Hands over all that the source does, in its order and in the caller's thread, and then fails as the source did, if
     * it did. The source is at rest when this returns or fails.
     */
    static <T> void read(Consumer<Consumer<T>> source, Consumer<? super T> consumer) {
        var ahead = new Ahead<T>();
        var reading = CompletableFuture.runAsync(
                () -> ahead.readAll(source), Thread.ofPlatform().daemon().name("reads-ahead")::start);
        try {
            ahead.handOver(consumer);
        } catch (Throwable e) {
            ahead.abandon();
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

    private void readAll(Consumer<Consumer<T>> source) {
        try {
            source.accept(this::take);
        } finally {
            if (!next.isEmpty()) {
                hand(next);
            }
            hand(List.of());
        }
    }

    private void take(T item) {
        next.add(item);
        if (next.size() == AT_ONCE) {
            hand(next);
            next = new ArrayList<>(AT_ONCE);
            if (abandoned) {
                throw new Abandoned();
            }
        }
    }

    private void hand(List<T> portion) {
        empty.acquireUninterruptibly();
        portions.add(portion);
        full.release();
    }

    private void handOver(Consumer<? super T> consumer) {
        while (true) {
            full.acquireUninterruptibly();
            var portion = portions.remove();
            if (portion.isEmpty()) {
                return;
            }
            empty.release();
            portion.forEach(consumer);
        }
    }

    /** Lets it hand in what it has begun. */
    private void abandon() {
        abandoned = true;
        empty.release(PORTIONS);
    }
}
