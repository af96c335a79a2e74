package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class EventReaderTest {

    private final TestPostgres postgres = TestPostgres.fresh();
    private final EventReader reader = reader(postgres);

    static EventReader reader(TestPostgres postgres) {
        return new EventReader(new EventRows(postgres.app()), new EventCodec(List.of(Notebook.Noted.class)));
    }

    @Test
    void an_empty_store_has_bound_0() {
        assertThat(reader.highWaterMark()).isZero();
        assertThat(reader.after(0, 10)).isEmpty();
        assertThat(reader.count(0)).isZero();
    }

    @Test
    void events_come_in_global_order_page_by_page() {
        Events.insert(postgres, 5);
        Events.insert(postgres, 5);

        var first = reader.after(0, 7);
        var rest = reader.after(first.getLast().globalIndex(), 7);

        assertThat(first).hasSize(7);
        assertThat(rest).hasSize(3);
        assertThat(Stream.concat(first.stream(), rest.stream()).map(RecordedEvent::globalIndex))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void an_open_transaction_holds_readers_back_until_it_ends() throws SQLException {
        Events.insert(postgres, 2);
        try (var open = begun(postgres.app())) {
            insert(open, UUID.randomUUID(), 0);
            Events.insert(postgres, 2);

            assertThat(reader.highWaterMark()).isEqualTo(2);
            assertThat(reader.after(0, 10)).hasSize(2);
            open.commit();
        }
        assertThat(reader.highWaterMark()).isEqualTo(5);
        assertThat(reader.after(0, 10)).hasSize(5);
    }

    @Test
    void a_rolled_back_transaction_leaves_a_hole_and_holds_nobody_back() throws SQLException {
        try (var open = begun(postgres.app())) {
            insert(open, UUID.randomUUID(), 0);
            open.rollback();
        }
        Events.insert(postgres, 1);

        assertThat(reader.after(0, 10)).extracting(RecordedEvent::globalIndex).containsExactly(2L);
    }

    @Test
    void the_last_event_up_to_an_index_is_found_before_a_hole() throws SQLException {
        assertThat(reader.lastUpTo(0)).isEmpty();
        Events.insert(postgres, 2);
        try (var open = begun(postgres.app())) {
            insert(open, UUID.randomUUID(), 0);
            open.rollback();
        }
        Events.insert(postgres, 1);

        var all = reader.after(0, 10);

        assertThat(all).extracting(RecordedEvent::globalIndex).containsExactly(1L, 2L, 4L);
        assertThat(reader.lastUpTo(1)).contains(all.get(0));
        assertThat(reader.lastUpTo(2)).contains(all.get(1));
        assertThat(reader.lastUpTo(3)).contains(all.get(1));
        assertThat(reader.lastUpTo(4)).contains(all.get(2));
    }

    @Test
    void a_savepoint_rolled_back_gives_back_only_its_own() throws SQLException {
        try (var open = begun(postgres.app())) {
            insert(open, UUID.randomUUID(), 0);
            var savepoint = open.setSavepoint();
            insert(open, UUID.randomUUID(), 0);
            open.rollback(savepoint);
            Events.insert(postgres, 1);

            assertThat(reader.highWaterMark()).isZero();
            insert(open, UUID.randomUUID(), 0);
            open.commit();
        }
        assertThat(reader.after(0, 10)).extracting(RecordedEvent::globalIndex).containsExactly(1L, 3L, 4L);
    }

    @Test
    void a_prepared_transaction_holds_readers_back_although_nobody_is_connected() throws SQLException {
        try (var open = begun(postgres.app())) {
            insert(open, UUID.randomUUID(), 0);
            open.createStatement().execute("prepare transaction 'held'");
            open.rollback();
        }
        Events.insert(postgres, 1);

        assertThat(reader.highWaterMark()).isZero();
        assertThat(oldestLock()).isGreaterThan(0);
        new JdbcTemplate(postgres.app()).execute("commit prepared 'held'");
        assertThat(reader.highWaterMark()).isEqualTo(2);
        assertThat(oldestLock()).isZero();
    }

    @Test
    void many_statements_in_one_transaction_take_at_most_two_locks() throws SQLException {
        try (var open = begun(postgres.app())) {
            for (int i = 0; i < 50; i++) {
                insert(open, UUID.randomUUID(), 0);
            }

            assertThat(new JdbcTemplate(postgres.app())
                            .queryForObject(
                                    "select count(*) from pg_locks where locktype = 'advisory'"
                                            + " and database = (select oid from pg_database where datname = current_database())",
                                    Integer.class))
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void another_databases_appenders_hold_nobody_back() throws SQLException {
        var other = TestPostgres.fresh();
        try (var open = begun(other.app())) {
            insert(open, UUID.randomUUID(), 0);
            Events.insert(postgres, 1);

            assertThat(reader.highWaterMark()).isEqualTo(1);
            assertThat(reader(other).highWaterMark()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void an_older_snapshot_gets_no_bound(int isolation) throws SQLException {
        try (var connection = postgres.app().getConnection()) {
            connection.setTransactionIsolation(isolation);

            assertThatThrownBy(() -> connection.createStatement().executeQuery("select samplan.safe_bound()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from samplan.event where global_index <= samplan.safe_bound()",
                "with bound as materialized (select samplan.safe_bound() as safe) select * from samplan.event join bound on global_index <= safe",
                "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{}'); select samplan.safe_bound()"
            })
    void a_statement_or_transaction_that_reads_or_writes_events_itself_gets_no_bound(String statement) {
        Events.insert(postgres, 1);

        assertThatThrownBy(() -> new JdbcTemplate(postgres.app()).execute(statement))
                .rootCause()
                .hasMessageContaining("a statement of its own");
    }

    @Test
    void a_role_without_the_sequence_gets_an_error_and_not_a_bound_of_0() {
        new JdbcTemplate(postgres.owner())
                .execute("revoke select on sequence samplan.event_global_index_seq from samplan_app");

        assertThatThrownBy(reader::highWaterMark).rootCause().hasMessageContaining("SELECT on the sequence");
    }

    @Test
    void streams_come_one_after_the_other_up_to_the_bound() {
        var streams = new HashSet<UUID>();
        for (int i = 0; i < 5; i++) {
            streams.add(Events.insert(postgres, 700));
        }
        long bound = reader.highWaterMark();
        Events.insert(postgres, 1);

        var events = new ArrayList<RecordedEvent>();
        reader.byStream(bound, events::add);

        assertThat(events).hasSize(3500).hasSize((int) reader.count(bound));
        assertThat(events.stream().map(RecordedEvent::stream).distinct()).containsExactlyInAnyOrderElementsOf(streams);
        assertThat(events).extracting(RecordedEvent::sequence).containsSubsequence(0, 1, 698, 699, 0, 1, 699);
        var resumed = new ArrayList<RecordedEvent>();
        reader.byStream(events.get(1399).stream(), bound, resumed::add);
        assertThat(resumed).isEqualTo(events.subList(1400, 3500));
        assertThat(events)
                .as("read as each stream is on its own")
                .isEqualTo(events.stream()
                        .map(RecordedEvent::stream)
                        .distinct()
                        .flatMap(stream -> reader.ofStream(stream).stream())
                        .toList());
    }

    @Test
    void a_long_stream_is_read_whole() {
        var stream = Events.insert(postgres, 2500);

        assertThat(reader.ofStream(stream))
                .extracting(RecordedEvent::sequence)
                .hasSize(2500)
                .isSorted();
    }

    @Test
    void the_recorded_time_never_runs_backwards_within_a_stream() {
        var stream = Events.insert(postgres, 1);
        var owner = new JdbcTemplate(postgres.owner());
        // As if the server's clock had been an hour ahead.
        owner.execute("update samplan.event set recorded_at = recorded_at + interval '1 hour'");
        new JdbcTemplate(postgres.app()).update(Events.INSERT, stream, 1, 3);

        var times =
                reader.ofStream(stream).stream().map(RecordedEvent::recordedAt).toList();

        assertThat(times).isSorted().hasSize(4);
        assertThat(times.getFirst()).isAfter(Instant.now().plusSeconds(3500)).isEqualTo(times.getLast());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void an_event_without_its_predecessor_is_refused(int sequence) {
        assertThatThrownBy(() ->
                        new JdbcTemplate(postgres.app()).update(Events.INSERT, UUID.randomUUID(), sequence, sequence))
                .hasMessageContaining("has no predecessor");
    }

    @Test
    void a_revision_below_the_first_is_refused() {
        var insert = "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                + " values (gen_random_uuid(), 0, 'Noted', ?, '{}', '{}')";
        var jdbc = new JdbcTemplate(postgres.app());

        assertThat(jdbc.update(insert, 1)).isOne();
        assertThatThrownBy(() -> jdbc.update(insert, 0)).hasMessageContaining("has no revision from 1");
    }

    @Test
    void every_store_has_an_incarnation_of_its_own() {
        var other = TestPostgres.migratedAnew();

        assertThat(reader.incarnation()).isEqualTo(reader.incarnation());
        assertThat(reader(other).incarnation()).isNotEqualTo(reader.incarnation());
    }

    private double oldestLock() {
        return Objects.requireNonNull(
                new JdbcTemplate(postgres.app()).queryForObject("select samplan.oldest_lock_seconds()", Double.class));
    }

    private static Connection begun(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection connection, UUID stream, int sequence) throws SQLException {
        try (var statement = connection.prepareStatement(Events.INSERT)) {
            statement.setObject(1, stream);
            statement.setInt(2, sequence);
            statement.setInt(3, sequence);
            statement.executeUpdate();
        }
    }
}
