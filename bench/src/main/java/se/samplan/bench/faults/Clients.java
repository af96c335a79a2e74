package se.samplan.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Caseworkers who work at the same time, each at a pace, until they are told to pause or to stop. */
final class Clients implements AutoCloseable {

    private static final int COUNT = 8;
    private static final long BETWEEN_COMMANDS_MILLIS = 200;

    private final SamplanClients samplans;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Each command is sent under the shared one; who holds the other one has them pause. */
    private final ReentrantReadWriteLock working = new ReentrantReadWriteLock(true);

    private volatile boolean stopped;

    Clients(SamplanClients samplans) {
        this.samplans = samplans;
    }

    void start() {
        for (int i = 0; i < COUNT; i++) {
            var caseworker = new Caseworker(samplans, i, numbers);
            threads.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> work(caseworker)));
        }
    }

    /** By which people are told apart. */
    AtomicInteger numbers() {
        return numbers;
    }

    private void work(Caseworker caseworker) {
        try {
            while (!stopped) {
                working.readLock().lock();
                try {
                    caseworker.next();
                } finally {
                    working.readLock().unlock();
                }
                Thread.sleep(BETWEEN_COMMANDS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** What is done while all pause; each has its last answer by then. */
    interface Quiet<T> {
        T run() throws Exception;
    }

    <T> T paused(Quiet<T> quiet) throws Exception {
        working.writeLock().lockInterruptibly();
        try {
            requireWell();
            return quiet.run();
        } finally {
            working.writeLock().unlock();
        }
    }

    /** Says what stopped one of them, if anything did. */
    void requireWell() {
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }
}
