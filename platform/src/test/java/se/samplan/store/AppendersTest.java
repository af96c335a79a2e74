package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every way in which rows come into the table: readers miss none of them, and do not wait for what will not come. */
@SuppressWarnings("NullAway.Init")
class AppendersTest {

    private static final String COLUMNS = "samplan.event (stream, sequence, type, revision, metadata, payload)";
    private static final String EVENT =
            "insert into " + COLUMNS + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{\"text\":\"t\"}')";

    private final TestPostgres postgres = TestPostgres.fresh();
    private final EventReader reader = EventReaderTest.reader(postgres);
    private Connection open;

    @BeforeEach
    void begin() throws SQLException {
        open = postgres.app().getConnection();
        open.setAutoCommit(false);
    }

    @AfterEach
    void end() throws SQLException {
        open.close();
    }

    @Test
    void the_very_first_transaction_holds_readers_back_although_the_sequence_was_never_used() throws SQLException {
        in(open, EVENT);
        Events.insert(postgres, 1);

        assertThat(indexes()).isEmpty();
        open.commit();
        assertThat(indexes()).containsExactly(1L, 2L);
    }

    @Test
    void the_oldest_of_several_open_transactions_counts() throws SQLException {
        Events.insert(postgres, 1);
        in(open, EVENT);
        try (var younger = postgres.app().getConnection()) {
            younger.setAutoCommit(false);
            in(younger, EVENT);
            Events.insert(postgres, 1);

            assertThat(indexes()).containsExactly(1L);
            open.commit();
            assertThat(indexes()).containsExactly(1L, 2L);
            younger.commit();
        }
        assertThat(indexes()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_transaction_that_wrote_something_else_first() throws SQLException {
        in(open, "insert into samplan.token_entry (processor_name, segment) values ('other', 0)");
        in(open, EVENT);
        Events.insert(postgres, 1);
        in(open, EVENT);

        heldBackUntilCommit(1L, 2L, 3L);
    }

    @Test
    void nested_savepoints_rolled_back_from_the_inside_and_from_the_outside() throws SQLException {
        in(open, EVENT);
        var outer = open.setSavepoint();
        in(open, EVENT);
        var inner = open.setSavepoint();
        in(open, EVENT);
        open.rollback(inner);
        in(open, EVENT);
        Events.insert(postgres, 1);
        open.rollback(outer);
        in(open, EVENT);

        heldBackUntilCommit(1L, 5L, 6L);
    }

    @Test
    void a_savepoint_whose_roll_back_gives_back_the_first_lock() throws SQLException {
        Events.insert(postgres, 1);
        var savepoint = open.setSavepoint();
        in(open, EVENT);
        open.rollback(savepoint);
        assertThat(reader.highWaterMark()).as("nothing of it is left").isEqualTo(2);

        in(open, EVENT);
        Events.insert(postgres, 1);

        assertThat(indexes()).containsExactly(1L);
        open.commit();
        assertThat(indexes()).containsExactly(1L, 3L, 4L);
    }

    @Test
    void a_block_that_fails_and_goes_on() throws SQLException {
        in(open, """
                do $$ begin
                    %1$s;
                    begin %1$s; perform 1 / 0; exception when division_by_zero then null; end;
                    %1$s;
                end $$""".formatted(EVENT));
        Events.insert(postgres, 1);

        heldBackUntilCommit(1L, 3L, 4L);
    }

    @Test
    void a_copy_held_open() throws Exception {
        var copy = open.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + COLUMNS + " from stdin");
        var row = (UUID.randomUUID() + "\t0\tNoted\t1\t{}\t{}\n").getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(row, 0, row.length);
        copy.flushCopy();
        NotebookApplication.await(() -> drawn() == 1);
        Events.insert(postgres, 1);

        assertThat(indexes()).isEmpty();
        copy.endCopy();
        heldBackUntilCommit(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into %s values ('%s', 0, 'Noted', 1, '{}', '{}') on conflict do nothing", """
                merge into samplan.event e using (values ('%2$s'::uuid)) n (stream) on e.stream = n.stream and e.sequence = 1
                when not matched then insert (stream, sequence, type, revision, metadata, payload)
                values (n.stream, 0, 'Noted', 1, '{}', '{}')"""})
    void statements_that_may_insert_or_not(String statement) throws SQLException {
        var one = UUID.randomUUID();
        in(open, statement.formatted(COLUMNS, one));
        Events.insert(postgres, 1);

        heldBackUntilCommit(1L, 2L);
    }

    @Test
    void a_conflict_that_does_nothing_leaves_a_hole_and_holds_nobody_back_afterwards() throws SQLException {
        var there = Events.insert(postgres, 1);
        in(
                open,
                "insert into %s values ('%s', 0, 'Noted', 1, '{}', '{}') on conflict do nothing"
                        .formatted(COLUMNS, there));
        Events.insert(postgres, 1);

        assertThat(indexes()).containsExactly(1L);
        open.commit();
        assertThat(indexes()).containsExactly(1L, 3L);
        assertThat(reader.highWaterMark()).isEqualTo(3);
    }

    @Test
    void all_advisory_locks_of_the_session_given_back() throws SQLException {
        in(open, EVENT);
        in(open, "select pg_advisory_unlock_all()");
        in(open, "reset all");
        in(open, EVENT);
        Events.insert(postgres, 1);

        heldBackUntilCommit(1L, 2L, 3L);
    }

    /** Not one is read before the open transaction ends, and then exactly these. */
    private void heldBackUntilCommit(Long... all) throws SQLException {
        assertThat(indexes()).as("while it is open").isEmpty();
        open.commit();
        assertThat(indexes()).as("when it has ended").containsExactly(all);
    }

    private List<Long> indexes() {
        return reader.after(0, 100).stream().map(RecordedEvent::globalIndex).toList();
    }

    private long drawn() {
        var last = new JdbcTemplate(postgres.app())
                .queryForObject(
                        "select pg_sequence_last_value('samplan.event_global_index_seq'::regclass)", Long.class);
        return last == null ? 0 : last;
    }

    private static void in(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
