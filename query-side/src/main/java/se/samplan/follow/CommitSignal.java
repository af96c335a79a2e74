package se.samplan.follow;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes readers that wait for a position when a batch was committed here. */
final class CommitSignal {

    private static final long POLL_MILLIS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();

    void signal() {
        lock.lock();
        try {
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this holds, and asks it after every commit and poll; false if it does not hold in time. */
    boolean await(BooleanSupplier condition, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            // Not held while the condition is asked: no reader or processor waits behind that.
            lock.lockInterruptibly();
            try {
                // A segment without a case in the batch advances without a signal, and another process sends none.
                var ignored = committed.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
        return true;
    }
}
