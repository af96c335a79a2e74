package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** An engine over a store of its own, and what happens in that store behind its back. */
abstract class EngineOnTrial {

    /** The stream of the one event whose transaction is held open; it sorts after all others. */
    static final UUID LATE = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    final TestPostgres postgres = TestPostgres.fresh();

    /** Samplan's engine. */
    static EngineOnTrial ours() {
        return new Ours();
    }

    /** Axon's, as it comes. */
    static EngineOnTrial stock() {
        return new Stock();
    }

    abstract EventStorageEngine engine();

    abstract DataSource appenders();

    /** Parameter: the stream. */
    abstract String insert();

    /** An hour passes. */
    abstract void age();

    /** The table is put in the order of the streams, as a maintenance by CLUSTER does. */
    abstract void cluster();

    /** An event of a new stream. */
    void append() {
        append(UUID.randomUUID());
    }

    private void append(UUID stream) {
        new JdbcTemplate(appenders()).update(insert(), stream.toString());
    }

    /** That many of them. */
    void append(int count) throws SQLException {
        try (var connection = appenders().getConnection();
                var statement = connection.prepareStatement(insert())) {
            for (int i = 0; i < count; i++) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** A transaction that has appended {@link #LATE}, and is open. */
    Connection late() throws SQLException {
        return begun(LATE);
    }

    /** An event whose transaction is rolled back. */
    void appendInVain() throws SQLException {
        try (var connection = begun(UUID.randomUUID())) {
            connection.rollback();
        }
    }

    private Connection begun(UUID stream) throws SQLException {
        var connection = appenders().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(insert())) {
            statement.setString(1, stream.toString());
            statement.executeUpdate();
        }
        return connection;
    }

    EventRecorder from(@Nullable TrackingToken token) {
        return new EventRecorder(token);
    }

    /** Reads on from where it is, again and again, and remembers what it saw. */
    final class EventRecorder {

        private final List<UUID> streams = new ArrayList<>();
        private @Nullable TrackingToken token;

        private EventRecorder(@Nullable TrackingToken token) {
            this.token = token;
        }

        List<UUID> read() {
            engine().readEvents(token, false).forEach(event -> {
                token = event.trackingToken();
                streams.add(UUID.fromString(((DomainEventMessage<?>) event).getAggregateIdentifier()));
            });
            return streams;
        }
    }

    private static final class Ours extends EngineOnTrial {

        private final EventStorageEngine engine = TestEngines.over(postgres);

        @Override
        EventStorageEngine engine() {
            return engine;
        }

        @Override
        DataSource appenders() {
            return postgres.app();
        }

        @Override
        String insert() {
            return "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                    + " values (?::uuid, 0, 'Noted', 1, '{}', '{\"text\":\"t\"}')";
        }

        @Override
        void age() {
            new JdbcTemplate(postgres.owner())
                    .execute("update samplan.event set recorded_at = recorded_at - interval '1 hour'");
        }

        @Override
        void cluster() {
            new JdbcTemplate(postgres.owner()).execute("cluster samplan.event using event_stream_sequence");
        }
    }

    private static final class Stock extends EngineOnTrial {

        private final JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(TokenSerializer.create())
                .snapshotSerializer(TokenSerializer.create())
                .connectionProvider(() -> postgres.owner().getConnection())
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();

        private Stock() {
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
        }

        @Override
        EventStorageEngine engine() {
            return engine;
        }

        @Override
        DataSource appenders() {
            return postgres.owner();
        }

        @Override
        String insert() {
            return "insert into DomainEventEntry (aggregateIdentifier, sequenceNumber, type, eventIdentifier, metaData,"
                    + " payload, payloadType, payloadRevision, timeStamp)"
                    + " values (?, 0, 'Notebook', gen_random_uuid()::text, '{}', '{\"text\":\"t\"}',"
                    + " 'se.samplan.store.Notebook$Noted', '1', " + iso("clock_timestamp()") + ")";
        }

        @Override
        void age() {
            new JdbcTemplate(postgres.owner())
                    .execute("update DomainEventEntry set timeStamp = "
                            + iso("timeStamp::timestamptz - interval '1 hour'"));
        }

        @Override
        void cluster() {
            var owner = new JdbcTemplate(postgres.owner());
            owner.execute("cluster DomainEventEntry using domainevententry_aggregateidentifier_sequencenumber_key");
            owner.execute("analyze DomainEventEntry");
        }

        private static String iso(String time) {
            return "to_char((" + time + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
        }
    }
}
