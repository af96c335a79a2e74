package se.samplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void what_waits_for_one_that_is_slow_counts_as_slow() throws Exception {
        var turns = new AtomicInteger();
        var load = new Load(List.of(() -> {
            if (turns.getAndIncrement() == 0) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }));

        var latencies = load.open(100, Duration.ofMillis(300));

        assertThat(latencies.getTotalCount()).isEqualTo(30);
        // Twenty turns came due while the first was busy: each waited for the rest of it.
        assertThat(latencies.getValueAtPercentile(50))
                .isGreaterThan(Duration.ofMillis(20).toNanos());
    }

    @Test
    void what_is_still_getting_faster_is_run_on_until_it_is_not() throws Exception {
        var turns = new AtomicInteger();
        var load = new Load(List.of(() -> LockSupport.parkNanos(
                Duration.ofMillis(Math.max(1, 20 - turns.getAndIncrement())).toNanos())));

        load.settle(Duration.ofMillis(30), Duration.ofMinutes(1));

        assertThat(turns).as("it is at its fastest from the twentieth on").hasValueGreaterThan(20);
    }

    @Test
    void what_never_stops_getting_faster_is_run_no_longer_than_told() throws Exception {
        var begun = System.nanoTime();
        var load = new Load(List.of(() -> LockSupport.parkNanos(
                Math.max(1, Duration.ofSeconds(10).toNanos() - (System.nanoTime() - begun)) / 20)));

        load.settle(Duration.ofMillis(10), Duration.ofMillis(100));

        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(10).toNanos());
    }
}
