package se.samplan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.store.Provisioning;

/** A table with the columns and indexes of the event table and nothing else of it, for bare inserts of the same row. */
final class BareTable implements AutoCloseable {

    /** The schema of all that only the benchmark keeps. */
    static final String SCHEMA = "bench";

    private final List<Insert> inserts = new ArrayList<>();

    /** Makes the table, and that many connections to it. */
    BareTable(Cluster cluster, int connections) throws SQLException {
        var superuser = new JdbcTemplate(cluster.superuser());
        superuser.execute("create schema if not exists bench");
        superuser.execute("grant usage, create on schema bench to " + Provisioning.APP);
        superuser.execute("""
                create table bench.event (
                    global_index bigint generated always as identity primary key,
                    stream       uuid        not null,
                    sequence     int         not null,
                    type         text        not null,
                    revision     smallint    not null,
                    recorded_at  timestamptz not null default clock_timestamp(),
                    metadata     bytea       not null,
                    payload      bytea       not null,
                    unique (stream, sequence)
                )""");
        superuser.execute("grant insert on bench.event to " + Provisioning.APP);
        for (int i = 0; i < connections; i++) {
            inserts.add(new Insert(cluster.app().getConnection(), Row.USUAL));
        }
    }

    /** What is inserted, in the size of what the product stores of the {@link Sample}. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Row(String type, int revision, byte[] metadata, byte[] payload) {

        static final Row USUAL = new Row("ActivityPlanned", 1, new byte[230], new byte[360]);
    }

    Load load() {
        return new Load(inserts);
    }

    /** One connection: prepared INSERT, COMMIT. */
    private static final class Insert implements Load.Worker {

        private final Connection connection;
        private final PreparedStatement statement;
        private final Row row;
        private final Sample sample = new Sample();

        Insert(Connection connection, Row row) throws SQLException {
            this.connection = connection;
            this.row = row;
            connection.setAutoCommit(false);
            statement = connection.prepareStatement(
                    "insert into bench.event (stream, sequence, type, revision, metadata, payload) values (?, ?, ?, ?, ?, ?)");
        }

        @Override
        public void once() throws SQLException {
            sample.next();
            statement.setObject(1, sample.stream());
            statement.setInt(2, sample.sequence());
            statement.setString(3, row.type);
            statement.setInt(4, row.revision);
            statement.setBytes(5, row.metadata);
            statement.setBytes(6, row.payload);
            statement.executeUpdate();
            connection.commit();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var insert : inserts) {
            insert.connection.close();
        }
    }
}
