package se.samplan.client.caseload;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the load is, with rate and time left. */
sealed interface LoadProgress extends AutoCloseable {

    void step();

    @Override
    void close();

    /** A bar on a terminal, else a plain line every few seconds. */
    static LoadProgress of(long commands, PrintWriter err) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? new Bar(commands)
                : new Lines(commands, err);
    }

    /** A bar that moves. */
    final class Bar implements LoadProgress {

        private final ProgressBar bar;

        private Bar(long commands) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Caseload")
                    .setInitialMax(commands)
                    .setUnit(" commands", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(500)
                    .build();
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Lines for where there is no terminal. */
    final class Lines implements LoadProgress {

        private static final long EVERY = Duration.ofSeconds(5).toNanos();

        private final long commands;
        private final PrintWriter err;
        private final long began = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong said = new AtomicLong(began);

        Lines(long commands, PrintWriter err) {
            this.commands = commands;
            this.err = err;
        }

        @Override
        public void step() {
            long now = System.nanoTime();
            long last = said.get();
            done.incrementAndGet();
            if (now - last >= EVERY && said.compareAndSet(last, now)) {
                err.println(line(done.get(), commands, Duration.ofNanos(now - began)));
            }
        }

        @Override
        public void close() {
            err.println(line(done.get(), commands, Duration.ofNanos(System.nanoTime() - began)));
        }

        static String line(long done, long commands, Duration taken) {
            double rate = done * 1000.0 / Math.max(1, taken.toMillis());
            long left = rate == 0 ? 0 : Math.round((commands - done) / rate);
            return "%,d of %,d commands (%d %%), %,.0f/s, %d:%02d left"
                    .formatted(done, commands, done * 100 / Math.max(1, commands), rate, left / 60, left % 60);
        }
    }
}
