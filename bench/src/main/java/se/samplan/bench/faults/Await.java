package se.samplan.bench.faults;

import java.time.Duration;

/** Polls until a condition holds. */
final class Await {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private Await() {}

    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Whether it held within that time. */
    static boolean holds(Duration within, Condition condition) throws InterruptedException {
        var deadline = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return true;
    }

    /** Says what did not. */
    static void until(Duration within, String what, Condition condition) throws InterruptedException {
        if (!holds(within, condition)) {
            throw new Violation("not within " + within.toSeconds() + " s: " + what);
        }
    }
}
