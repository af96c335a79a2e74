package se.samplan.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers are told of the views that are being built. */
class BuildProgressTest {

    @Test
    void before_anything_is_known_nothing_is_done() {
        assertThat(BuildProgress.NONE.percent()).isZero();
        assertThat(BuildProgress.NONE.eventsPerSecond()).isZero();
        assertThat(BuildProgress.NONE.secondsLeft()).isZero();
    }

    @Test
    void a_build_from_no_events_is_done_as_soon_as_it_has_begun() {
        var built = new BuildProgress(0, 0, Duration.ofNanos(1));

        assertThat(built.percent()).isEqualTo(100);
        assertThat(built.eventsPerSecond()).isZero();
        assertThat(built.secondsLeft()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 0", "10, 1", "999, 99", "1000, 100"})
    void only_what_has_been_folded_counts(long done, int percent) {
        assertThat(new BuildProgress(done, 1000, Duration.ofSeconds(1)).percent())
                .isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 9000, PT0S, 0, 9000",
        "100, 9100, PT0.1S, 1000, 9",
        "1000, 9000, PT4S, 250, 32",
        "9000, 9000, PT36S, 250, 0",
    })
    void the_time_left_is_as_at_the_speed_so_far(long done, long total, Duration spent, long perSecond, long left) {
        var progress = new BuildProgress(done, total, spent);

        assertThat(progress.eventsPerSecond()).isEqualTo(perSecond);
        assertThat(progress.secondsLeft()).isEqualTo(left);
    }
}
