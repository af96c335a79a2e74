package se.samplan.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the readers of this process when there may be new events. */
final class AppendSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private final Set<Runnable> callbacks = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    void signal() {
        lock.lock();
        try {
            count.incrementAndGet();
            signalled.signalAll();
        } finally {
            lock.unlock();
        }
        callbacks.forEach(Runnable::run);
    }

    /** The number of signals so far; read it before querying for events, so that no signal in between is missed. */
    long count() {
        return count.get();
    }

    /** Waits until the count exceeds the one seen; returns the time left. */
    long awaitAfter(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (count.get() == seen && left > 0) {
                left = signalled.awaitNanos(left);
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
