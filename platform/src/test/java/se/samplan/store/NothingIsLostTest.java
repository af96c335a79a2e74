package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.store.EngineOnTrial.LATE;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

/** What the stock engine loses for its readers, and ours does not. */
class NothingIsLostTest {

    /** What happens, and the streams whose events a follower has read in the end. */
    private interface Course {
        List<UUID> on(EngineOnTrial trial) throws SQLException;
    }

    @Test
    void readers_see_every_committed_event_once_and_in_order_and_a_naive_one_does_not() throws Exception {
        var outcome = new NothingIsLost(TestPostgres.fresh(), 6000, 8).run();

        assertThat(outcome.byBound().indexes()).isEqualTo(outcome.committed());
        assertThat(outcome.byOracle()).isEqualTo(outcome.committed());
        assertThat(outcome.committed()).hasSizeGreaterThanOrEqualTo(6000);
        assertThat(outcome.naive())
                .as("without the bound this very load loses events, so it would show a defect")
                .hasSizeLessThan(outcome.committed().size());
    }

    /** Or else an engine that reads nothing would be found to lose everything. */
    @Test
    void a_transaction_that_has_ended_in_time() throws SQLException {
        Course course = trial -> {
            trial.append(10_500);
            try (var late = trial.late()) {
                trial.append();
                late.commit();
            }
            return trial.from(null).read();
        };

        assertThat(course.on(EngineOnTrial.stock())).hasSize(10_502).containsOnlyOnce(LATE);
        assertThat(course.on(EngineOnTrial.ours())).hasSize(10_502).containsOnlyOnce(LATE);
    }

    /** T1: stock Axon forgets a gap when its neighbour's timestamp is more than a minute old. */
    @Test
    void an_open_transaction_beside_an_old_timestamp() throws SQLException {
        onlyStockLoses(trial -> {
            try (var late = trial.late()) {
                trial.append();
                trial.age();
                var follower = trial.from(null);
                follower.read();
                late.commit();
                return follower.read();
            }
        });
    }

    /** T2: stock Axon gives up gaps more than 10,000 events back. */
    @Test
    void an_open_transaction_beside_more_than_ten_thousand_events() throws SQLException {
        onlyStockLoses(trial -> {
            try (var late = trial.late()) {
                var follower = trial.from(null);
                trial.append(10_500);
                follower.read();
                late.commit();
                return follower.read();
            }
        });
    }

    /** T3: stock Axon's head is the highest index that can be seen. */
    @Test
    void an_open_transaction_while_a_head_token_is_taken() throws SQLException {
        onlyStockLoses(trial -> {
            trial.append();
            try (var late = trial.late()) {
                trial.append();
                var follower = trial.from(trial.engine().createHeadToken());
                late.commit();
                return follower.read();
            }
        });
    }

    /** T3: its tail is one below the lowest index that can be seen. */
    @Test
    void an_open_transaction_while_a_tail_token_is_taken() throws SQLException {
        onlyStockLoses(trial -> {
            try (var late = trial.late()) {
                trial.append();
                var follower = trial.from(trial.engine().createTailToken());
                late.commit();
                return follower.read();
            }
        });
    }

    /** T3: and its token at a time is one below the lowest of that time that can be seen. */
    @Test
    void an_open_transaction_while_a_token_at_a_time_is_taken() throws SQLException {
        onlyStockLoses(trial -> {
            var before = Instant.now().minus(Duration.ofMinutes(1));
            try (var late = trial.late()) {
                trial.append();
                var follower = trial.from(trial.engine().createTokenAt(before));
                late.commit();
                return follower.read();
            }
        });
    }

    /** T3: where nothing is of that time yet, its token is the head. */
    @Test
    void an_open_transaction_while_a_token_at_a_time_to_come_is_taken() throws SQLException {
        onlyStockLoses(trial -> {
            try (var late = trial.late()) {
                trial.append();
                var follower =
                        trial.from(trial.engine().createTokenAt(Instant.now().plus(Duration.ofHours(1))));
                late.commit();
                return follower.read();
            }
        });
    }

    /**
     * T5: with more than 250 gaps stock Axon looks for those that are still open, in no order: a row that happens to lie
     * before the event that has filled a gap meanwhile makes it forget that gap.
     */
    @Test
    void an_event_committed_while_a_follower_with_many_gaps_was_away() throws SQLException {
        onlyStockLoses(trial -> {
            var follower = trial.from(null);
            try (var late = trial.late()) {
                for (int i = 0; i < 300; i++) {
                    trial.appendInVain();
                    trial.append();
                }
                follower.read();
                late.commit();
            }
            trial.cluster();
            trial.age();
            return follower.read();
        });
    }

    @Test
    void a_token_at_a_time_points_before_the_first_event_of_that_time() {
        var postgres = TestPostgres.fresh();
        var engine = TestEngines.over(postgres);
        Events.insert(postgres, 2);
        var second = Events.insert(postgres, 2);
        var times = EventReaderTest.reader(postgres).ofStream(second);

        var token = engine.createTokenAt(times.getFirst().recordedAt());

        assertThat(engine.readEvents(token, false)
                        .map(event -> event.trackingToken().position().orElseThrow()))
                .containsExactly(3L, 4L);
        assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(4);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(4));
    }

    @Test
    void a_token_is_one_number() {
        var postgres = TestPostgres.fresh();
        Events.insert(postgres, 3);

        assertThat(TestEngines.over(postgres).readEvents(null, false))
                .extracting(event -> (Object) event.trackingToken())
                .last()
                .isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    private static void onlyStockLoses(Course course) throws SQLException {
        assertThat(course.on(EngineOnTrial.stock())).as("by the stock engine").doesNotContain(LATE);
        assertThat(course.on(EngineOnTrial.ours())).as("by ours").containsOnlyOnce(LATE);
    }
}
