package se.samplan.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Workers that do one thing again and again, side by side. */
record Load(List<? extends Worker> workers) {

    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final double FASTER = 1.03;
    private static final int WINDOWS_TO_SETTLE = 3;

    /** One of them; used by one thread at a time. */
    @FunctionalInterface
    interface Worker {
        void once() throws Exception;
    }

    /** All of them as fast as they can for so long; how often a second it was done. */
    double closed(Duration window) throws InterruptedException, ExecutionException {
        var start = System.nanoTime();
        var end = start + window.toNanos();
        var done = new AtomicLong();
        inParallel(worker -> {
            long mine = 0;
            while (System.nanoTime() < end) {
                worker.once();
                mine++;
            }
            done.addAndGet(mine);
        });
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    /** As {@link #closed} until it gets no faster: programs are compiled while they run. */
    void settle(Duration window, Duration atMost) throws InterruptedException, ExecutionException {
        var end = System.nanoTime() + atMost.toNanos();
        var best = 0.0;
        for (int noFaster = 0; noFaster < WINDOWS_TO_SETTLE && System.nanoTime() < end; noFaster++) {
            var rate = closed(window);
            if (rate > best * FASTER) {
                noFaster = -1;
            }
            best = Math.max(best, rate);
        }
    }

    /**
     * At this rate for so long, whoever is free taking the next turn; nanoseconds from when each turn was due, so that
     * what has to wait for one that is slow counts as slow itself.
     */
    Histogram open(double perSecond, Duration window) throws InterruptedException, ExecutionException {
        var latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
        var start = System.nanoTime();
        var between = 1e9 / perSecond;
        var turns = Math.max(1, (long) (window.toNanos() / between));
        var turn = new AtomicLong();
        inParallel(worker -> {
            for (long mine = turn.getAndIncrement(); mine < turns; mine = turn.getAndIncrement()) {
                var due = start + (long) (mine * between);
                awaitTime(due);
                worker.once();
                latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - due));
            }
        });
        return latencies;
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private interface Task {
        void run(Worker worker) throws Exception;
    }

    private void inParallel(Task task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var tasks = new ArrayList<Callable<Void>>();
            for (var worker : workers) {
                tasks.add(() -> {
                    task.run(worker);
                    return null;
                });
            }
            for (var ended : threads.invokeAll(tasks)) {
                ended.get();
            }
        }
    }
}
