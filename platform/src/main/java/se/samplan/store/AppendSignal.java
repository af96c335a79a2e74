package se.samplan.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the readers of this process sleep until there may be more. */
final class AppendSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    void wake() {
        lock.lock();
        try {
            count.incrementAndGet();
            rung.signalAll();
        } finally {
            lock.unlock();
        }
        callbacks.forEach(Runnable::run);
    }

    /** How often it rang; asked for before looking, so that no ring is missed by waiting after it. */
    long count() {
        return count.get();
    }

    /** Waits for a ring after that many; returns what is left of the time. */
    long awaitAfter(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (count.get() == seen && left > 0) {
                left = rung.awaitNanos(left);
            }
            return left;
        } finally {
            lock.unlock();
        }
    }

    void add(Runnable callback) {
        callbacks.add(callback);
    }

    void remove(Runnable callback) {
        callbacks.remove(callback);
    }
}
