package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How segments are shared, and how long a process sees to it often. */
class SegmentQuotaTest {

    private static final Duration SETTLED = Duration.ofSeconds(20);

    private final AtomicInteger processes = new AtomicInteger(2);
    private final AtomicLong now = new AtomicLong();
    private final SegmentQuota share = new SegmentQuota(4, processes::get, now::get);

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 2", "3, 2", "4, 1", "5, 1"})
    void all_are_followed_by_however_many_processes(int count, int most) {
        processes.set(count);
        assertThat(share.max()).isEqualTo(most);
    }

    @Test
    void fewer_or_more_than_the_share_are_seen_to_for_twenty_seconds() {
        assertThat(share.needsRebalance(1)).isTrue();
        pass(SETTLED.minusNanos(1));
        assertThat(share.needsRebalance(1)).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(share.needsRebalance(1)).isFalse();

        assertThat(share.needsRebalance(3)).as("changed").isTrue();
        pass(SETTLED);
        assertThat(share.needsRebalance(3)).isFalse();
    }

    @Test
    void the_share_is_nothing_to_see_to() {
        assertThat(share.needsRebalance(2)).isFalse();
    }

    @Test
    void another_that_comes_or_goes_begins_it_anew_even_where_the_share_stays() {
        assertThat(share.needsRebalance(1)).isTrue();
        pass(SETTLED);
        assertThat(share.needsRebalance(1)).isFalse();

        processes.set(3);

        assertThat(share.max()).isEqualTo(2);
        assertThat(share.needsRebalance(1)).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
