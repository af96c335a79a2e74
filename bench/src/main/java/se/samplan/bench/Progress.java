package se.samplan.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Tells what is measured now, and how long all of it still takes. */
final class Progress {

    private final PrintWriter out;
    private Instant end = Instant.now();
    private String name = "";

    Progress(PrintWriter out) {
        this.out = out;
    }

    /** A benchmark begins; it and those after it are expected to take so long. */
    void begins(String benchmark, Duration left) {
        name = benchmark;
        end = Instant.now().plus(left);
        step("begins");
    }

    void step(String what) {
        var left = Math.max(0, Duration.between(Instant.now(), end).toSeconds());
        out.printf("%-20s %-40s about %d min %02d s left%n", name, what, left / 60, left % 60);
        out.flush();
    }
}
