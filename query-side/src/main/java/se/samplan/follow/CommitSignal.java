package se.samplan.follow;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes readers that wait for a position when this process commits a batch. */
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

    /** Waits until the condition holds, checking it after every commit and poll; false on timeout. */
    boolean await(BooleanSupplier condition, Duration within) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            // Not held while the condition is evaluated, so that no reader or processor waits for it.
            lock.lockInterruptibly();
            try {
                // Polls too: a segment without a case in the batch advances silently; other processes never signal.
                var ignored = committed.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        }
        return true;
    }
}
