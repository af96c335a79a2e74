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
}
