package se.samplan.store;

import java.time.Duration;

/** The wait before a lost connection is tried again. */
final class Pauses {

    private Pauses() {}

    /** Whether it was left undisturbed. */
    static boolean second() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
