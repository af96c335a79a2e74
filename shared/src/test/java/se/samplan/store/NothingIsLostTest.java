package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class NothingIsLostTest {

    private final TestPostgres postgres = TestPostgres.fresh();
    private final EventStorageEngine engine = Engines.over(postgres);

    @Test
    void readers_see_every_committed_event_once_and_in_order_and_a_naive_one_does_not() throws Exception {
        var outcome = new NothingIsLost(postgres, 6000, 8).run();

        assertThat(outcome.byBound().indexes()).isEqualTo(outcome.committed());
        assertThat(outcome.byOracle()).isEqualTo(outcome.committed());
        assertThat(outcome.committed()).hasSizeGreaterThanOrEqualTo(6000);
        assertThat(outcome.naive())
                .as("without the bound this very load loses events, so it would show a defect")
                .hasSizeLessThan(outcome.committed().size());
    }

    /** T1: stock Axon drops the gap when the neighbour's timestamp is more than a minute old. */
    @Test
    void an_old_timestamp_does_not_make_a_gap_forgotten() throws SQLException {
        try (var open = postgres.app().getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute(values());
            Events.insert(postgres, 1);
            new JdbcTemplate(postgres.owner())
                    .execute("update samplan.event set recorded_at = recorded_at - interval '1 day'");
            var token = last(null);
            open.commit();

            assertThat(engine.readEvents(token, false).count()).isEqualTo(2);
        }
    }

    /** T2: stock Axon gives up gaps more than 10,000 events back. */
    @Test
    void more_than_ten_thousand_events_beside_an_open_transaction_do_not_make_it_forgotten() throws SQLException {
        try (var open = postgres.app().getConnection()) {
            open.setAutoCommit(false);
            open.createStatement().execute(values());
            Events.insert(postgres, 10_500);
            var token = last(null);
            open.commit();

            assertThat(engine.readEvents(token, false).count()).isEqualTo(10_501);
        }
    }

    /** T3: stock Axon's head token skips what is open while it is taken. */
    @Test
    void a_head_token_does_not_skip_an_open_transaction() throws SQLException {
        try (var open = postgres.app().getConnection()) {
            open.setAutoCommit(false);
            Events.insert(postgres, 1);
            open.createStatement().execute(values());
            Events.insert(postgres, 1);
            var head = engine.createHeadToken();
            var now = engine.createTokenAt(Instant.now().plus(Duration.ofHours(1)));
            open.commit();

            assertThat(engine.readEvents(head, false).count()).isEqualTo(2);
            assertThat(engine.readEvents(now, false).count()).isEqualTo(2);
        }
    }

    @Test
    void a_token_at_a_time_points_before_the_first_event_of_that_time() {
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

    /** T5 is a defect of the list of gaps; there is none: a token is one number. */
    @Test
    void a_token_is_one_number() {
        Events.insert(postgres, 3);

        assertThat(last(null)).isEqualTo(new GlobalSequenceTrackingToken(3));
    }

    private TrackingToken last(@Nullable TrackingToken from) {
        return engine.readEvents(from, false)
                .<TrackingToken>map(event -> event.trackingToken())
                .reduce(new GlobalSequenceTrackingToken(0), (before, after) -> after);
    }

    private static String values() {
        return "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                + " values ('%s', 0, 'Noted', 1, '{}', '{\"text\":\"t\"}')".formatted(UUID.randomUUID());
    }
}
