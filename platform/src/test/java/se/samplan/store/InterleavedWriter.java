package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Does one statement at a time, as the dice fall: begins, appends, holds, and ends its transactions in every way. */
final class InterleavedWriter {

    private static final int A_WHILE = 8;
    private static final int LONG = 300;

    private final TestPostgres postgres;
    private final Connection other;
    private final Random dice;
    private final Consumer<List<Long>> committed;
    private final List<Long> appended = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable String prepared;
    private boolean open;
    private int idleTurns;

    /** Is killed, and its prepared transactions are ended, from the other connection; tells what it has committed. */
    InterleavedWriter(TestPostgres postgres, Connection other, Random dice, Consumer<List<Long>> committed) {
        this.postgres = postgres;
        this.other = other;
        this.dice = dice;
        this.committed = committed;
    }

    void step() throws SQLException {
        if (idleTurns > 0) {
            idleTurns--;
        } else if (prepared != null) {
            endPrepared(prepared);
        } else if (!open) {
            appended.addAll(append(connection()));
            open = true;
        } else {
            resume(connection());
        }
    }

    private void resume(Connection connection) throws SQLException {
        int die = dice.nextInt(100);
        if (die < 40) {
            commit(connection);
        } else if (die < 50) {
            connection.rollback();
            ended();
        } else if (die < 75) {
            appended.addAll(append(connection));
        } else if (die < 80) {
            var savepoint = connection.setSavepoint();
            append(connection);
            connection.rollback(savepoint);
        } else if (die < 83) {
            nest(connection);
        } else if (die < 95) {
            idleTurns = dice.nextInt(20) == 0 ? LONG : 1 + dice.nextInt(A_WHILE);
        } else if (die < 97) {
            kill(connection);
        } else {
            prepare(connection);
        }
    }

    private void nest(Connection connection) throws SQLException {
        var outer = connection.setSavepoint();
        var kept = append(connection);
        var inner = connection.setSavepoint();
        append(connection);
        connection.rollback(inner);
        if (dice.nextBoolean()) {
            connection.releaseSavepoint(outer);
            appended.addAll(kept);
        } else {
            connection.rollback(outer);
        }
    }

    private void commit(Connection connection) throws SQLException {
        connection.commit();
        committed.accept(appended);
        ended();
    }

    private void ended() {
        appended.clear();
        open = false;
    }

    private void kill(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        other("select pg_terminate_backend(" + pid + ")");
        NotebookApplication.await(() -> isGone(pid));
        connection.close();
        this.connection = null;
        ended();
    }

    private void prepare(Connection connection) throws SQLException {
        var name = UUID.randomUUID().toString();
        try (var statement = connection.createStatement()) {
            statement.execute("prepare transaction '" + name + "'");
        }
        connection.rollback(); // for the driver, who does not know that it has ended
        open = false;
        prepared = name;
        idleTurns = dice.nextInt(A_WHILE);
    }

    private void endPrepared(String name) throws SQLException {
        if (dice.nextInt(4) > 0) {
            other("commit prepared '" + name + "'");
            committed.accept(appended);
        } else {
            other("rollback prepared '" + name + "'");
        }
        prepared = null;
        ended();
    }

    private void other(String sql) throws SQLException {
        try (var statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean isGone(int pid) {
        try (var statement = other.createStatement();
                var row = statement.executeQuery("select from pg_stat_activity where pid = " + pid)) {
            return !row.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() throws SQLException {
        var current = connection;
        if (current == null) {
            current = postgres.app().getConnection();
            current.setAutoCommit(false);
            connection = current;
        }
        return current;
    }

    private List<Long> append(Connection connection) throws SQLException {
        var indexes = new ArrayList<Long>();
        try (var statement = connection.prepareStatement(Events.INSERT + " returning global_index")) {
            statement.setObject(1, UUID.randomUUID());
            statement.setInt(2, 0);
            statement.setInt(3, dice.nextInt(8));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    indexes.add(rows.getLong(1));
                }
            }
        }
        return indexes;
    }

    /** Ends what is open. */
    void finish() throws SQLException {
        if (prepared != null) {
            endPrepared(prepared);
        } else if (open) {
            commit(connection());
        }
    }

    void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
