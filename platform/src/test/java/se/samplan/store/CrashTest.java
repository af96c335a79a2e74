package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server goes down in the middle of appending and recovers from its log. */
class CrashTest {

    private final TestPostgres postgres = TestPostgres.fresh();
    private final EventReader reader = EventReaderTest.reader(postgres);

    @Test
    void a_prepared_transaction_holds_readers_back_through_it_and_an_open_one_is_gone() throws SQLException {
        // The tests' server does not wait for its log, but what is acknowledged here must not be lost.
        new JdbcTemplate(postgres.owner())
                .execute("alter database %s set synchronous_commit = on".formatted(postgres.name()));
        try (var prepared = postgres.app().getConnection();
                var open = postgres.app().getConnection()) {
            prepared.setAutoCommit(false);
            prepared.createStatement().execute(insert());
            prepared.createStatement().execute("prepare transaction 'through a crash'");
            open.setAutoCommit(false);
            open.createStatement().execute(insert());
            Events.insert(postgres, 1);

            crash();
        }
        Events.insert(postgres, 1);

        assertThat(reader.highWaterMark()).isZero();
        assertThat(reader.after(0, 10)).isEmpty();
        new JdbcTemplate(postgres.app()).execute("commit prepared 'through a crash'");
        assertThat(reader.after(0, 10))
                .extracting(RecordedEvent::globalIndex)
                .hasSize(3)
                .startsWith(1L, 3L)
                .isSorted();
    }

    /** A process of the server that dies by a signal takes all others with it: the memory they share is not trusted. */
    private void crash() throws SQLException {
        try (var victim = postgres.superuser().getConnection();
                var witness = postgres.superuser().getConnection()) {
            int pid = victim.unwrap(PGConnection.class).getBackendPID();
            assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
            NotebookApplication.await(() -> !answers(witness));
        }
        NotebookApplication.await(this::isBack);
    }

    private boolean isBack() {
        try (var connection = postgres.app().getConnection()) {
            return answers(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean answers(Connection connection) {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String insert() {
        return "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{\"text\":\"t\"}')";
    }
}
