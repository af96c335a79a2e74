package se.samplan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writers that begin at the same moment. */
public final class ConcurrentWriters {

    public static final int COUNT = 8;

    private ConcurrentWriters() {}

    /** What each of them came to, in their order. */
    public static <T extends @Nullable Object> List<T> together(IntFunction<Callable<T>> writer) throws Exception {
        var start = new CyclicBarrier(COUNT);
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            var writers = IntStream.range(0, COUNT)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return writer.apply(number).call();
                    })
                    .toList();
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
