package se.samplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the event table in global order; always the high-water mark and the rows below it in separate statements. */
final class EventRows {

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final JdbcTemplate cursor;

    EventRows(DataSource source) {
        this.source = source;
        this.jdbc = new JdbcTemplate(source);
        this.cursor = new JdbcTemplate(source);
        cursor.setFetchSize(EventRow.BATCH);
    }

    long highWaterMark() {
        return number("select samplan.safe_bound()");
    }

    List<EventRow> after(long index, int limit) {
        long bound = highWaterMark();
        if (bound <= index) {
            return List.of();
        }
        return jdbc.query(EventRow.AFTER, (row, number) -> EventRow.read(row), index, bound, limit);
    }

    Optional<EventRow> lastUpTo(long index) {
        return jdbc.query(EventRow.LAST_UP_TO, (row, number) -> EventRow.read(row), index).stream()
                .findFirst();
    }

    List<EventRow> ofStream(UUID stream, int firstSequence) {
        return jdbc.query(EventRow.OF_STREAM, (row, number) -> EventRow.read(row), stream, firstSequence);
    }

    List<EventRow> ofStreams(Collection<UUID> streams) {
        return jdbc.query(
                EventRow.OF_STREAMS, (row, number) -> EventRow.read(row), (Object) streams.toArray(UUID[]::new));
    }

    /** The index of the last event below the first that was recorded at this time or later. */
    long lastBefore(Instant time) {
        long bound = highWaterMark();
        return number(
                "select coalesce((select global_index - 1 from samplan.event where recorded_at >= ? and global_index <= ?"
                        + " order by global_index limit 1), ?)",
                time.atOffset(ZoneOffset.UTC),
                bound,
                bound);
    }

    Set<UUID> streamsAmong(Collection<UUID> streams) {
        return new HashSet<>(jdbc.queryForList(
                "select s from unnest(?) s where exists (select 1 from samplan.event where stream = s)",
                UUID.class,
                (Object) streams.toArray(UUID[]::new)));
    }

    Optional<Instant> firstAfter(long index) {
        return jdbc
                .queryForList(
                        "select recorded_at from samplan.event where global_index > ? order by global_index limit 1",
                        OffsetDateTime.class,
                        index)
                .stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    Duration oldestAppend() {
        var seconds = Objects.requireNonNull(jdbc.queryForObject("select samplan.oldest_lock_seconds()", Double.class));
        return Duration.ofMillis((long) Math.min(seconds * 1000, 86_400_000.0));
    }

    long count(long bound) {
        return number("select count(*) from samplan.event where global_index <= ?", bound);
    }

    UUID incarnation() {
        return Objects.requireNonNull(jdbc.queryForObject("select incarnation from samplan.store", UUID.class));
    }

    /** Passes the rows that the current transaction sees to the consumer, in constant memory. */
    void inOrder(long after, long bound, Consumer<EventRow> consumer) {
        Transactions.requireOne(source); // the driver uses a cursor only within a transaction
        cursor.query(
                EventRow.IN_ORDER,
                (ResultSet row) -> {
                    consumer.accept(EventRow.read(row));
                },
                after,
                bound);
    }

    /** Passes the rows up to the bound to the consumer, stream by stream, in constant memory. */
    void byStream(@Nullable UUID after, long bound, Consumer<EventRow> consumer) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false); // the driver uses a cursor only within a transaction
            try (var statement =
                    connection.prepareStatement(after == null ? EventRow.BY_STREAM : EventRow.BY_STREAM_AFTER)) {
                statement.setFetchSize(EventRow.BATCH);
                // A statement's first executions use the text format, in which payloads are twice as long.
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setLong(1, bound);
                if (after != null) {
                    statement.setObject(2, after);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(EventRow.read(rows));
                    }
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new EventStoreException("the events could not be read", e);
        }
    }

    private long number(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
