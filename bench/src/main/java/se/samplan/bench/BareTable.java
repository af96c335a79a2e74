package se.samplan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.store.EventCodec;
import se.samplan.store.Provisioning;

/** A table with the columns and indexes of the event table and nothing else of it, for bare inserts of the same row. */
final class BareTable implements AutoCloseable {

    /** The schema of all that only the benchmark keeps. */
    static final String SCHEMA = "bench";

    private final List<Insert> inserts = new ArrayList<>();

    /** Makes the table, and that many connections to it. */
    BareTable(Cluster cluster, int connections) throws SQLException {
        var superuser = new JdbcTemplate(cluster.database().superuser());
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
            inserts.add(new Insert(cluster.database().app().getConnection()));
        }
    }

    Load load() {
        return new Load(inserts);
    }

    /** One connection: prepared INSERT, COMMIT. */
    private static final class Insert implements Load.Worker {

        private final Connection connection;
        private final PreparedStatement statement;
        private final EventCodec.Stored stored = Sample.stored();
        private final byte[] metadata = Sample.storedMetadata();
        private final Sample sample = new Sample();

        Insert(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            statement = connection.prepareStatement(
                    "insert into bench.event (stream, sequence, type, revision, metadata, payload) values (?, ?, ?, ?, ?, ?)");
        }

        @Override
        public void once() throws SQLException {
            sample.next();
            statement.setObject(1, sample.stream());
            statement.setInt(2, sample.sequence());
            statement.setString(3, stored.type());
            statement.setInt(4, stored.revision());
            statement.setBytes(5, metadata);
            statement.setBytes(6, stored.payload());
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
