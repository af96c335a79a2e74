package se.samplan.client.operation;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows an operation's progress: a bar on a terminal, else a line every few seconds. */
final class ProgressDisplay implements Operator.Watcher, AutoCloseable {

    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final String task;
    private final PrintWriter err;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private @Nullable ProgressBar bar;
    private long printed = System.nanoTime();

    ProgressDisplay(String task, PrintWriter err) {
        this.task = task;
        this.err = err;
    }

    @Override
    public void progressed(Ongoing operation) {
        if (terminal) {
            bar(operation);
        } else if (System.nanoTime() - printed >= EVERY) {
            printed = System.nanoTime();
            err.println("%s: %d %%, %,d of %,d events, %,d/s, %d s left"
                    .formatted(
                            task,
                            operation.percent(),
                            operation.done(),
                            operation.total(),
                            operation.eventsPerSecond(),
                            operation.secondsLeft()));
        }
    }

    private void bar(Ongoing operation) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(operation.total())
                    .setUnit(" events", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(300)
                    .build();
        }
        bar.maxHint(operation.total());
        bar.stepTo(operation.isDone() ? operation.total() : operation.done());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
