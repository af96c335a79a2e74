package se.samplan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.operation.Operation.State;
import se.samplan.operation.Operation.What;

/** What is told of an operation, by how much of it was done when it was last heard of. */
class OperationTest {

    private static final Instant START = Instant.parse("2022-06-15T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 0, 0, 0",
        "RUNNING, 9, 1000, 0",
        "RUNNING, 10, 1000, 1",
        "RUNNING, 999, 1000, 99",
        "RUNNING, 1000, 1000, 99",
        "RUNNING, 1001, 1000, 99",
        "FAILED, 500, 1000, 50",
        "LOST, 1000, 1000, 99",
        "DONE, 0, 0, 100",
        "DONE, 1000, 1000, 100",
    })
    void only_what_is_done_has_a_hundred_percent(State state, long done, long total, int percent) {
        assertThat(told(state, done, total, Duration.ofSeconds(1)).percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, 0, 0, PT0S, 0, 0",
        "RUNNING, 0, 9000, PT0S, 0, 9000",
        "RUNNING, 100, 9100, PT0.1S, 1000, 9",
        "RUNNING, 1000, 9000, PT4S, 250, 32",
        "RUNNING, 9000, 9000, PT36S, 250, 0",
        "RUNNING, 9500, 9000, PT38S, 250, 0",
        "DONE, 9000, 9000, PT36S, 250, 0",
        "FAILED, 1000, 9000, PT4S, 250, 0",
        "LOST, 1000, 9000, PT4S, 250, 0",
    })
    void the_time_left_of_what_is_running_is_as_at_the_speed_so_far(
            State state, long done, long total, Duration spent, long perSecond, long left) {
        var operation = told(state, done, total, spent);

        assertThat(operation.eventsPerSecond()).isEqualTo(perSecond);
        assertThat(operation.secondsLeft()).isEqualTo(left);
    }

    private static Operation told(State state, long done, long total, Duration spent) {
        return new Operation(
                UUID.randomUUID(),
                What.REBUILD,
                null,
                state,
                done,
                total,
                START,
                START.plus(spent),
                0,
                List.of(),
                state == State.FAILED ? "UNFORESEEN" : null);
    }
}
