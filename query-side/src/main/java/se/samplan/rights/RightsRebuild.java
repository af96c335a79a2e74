package se.samplan.rights;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;

/**
 * Rebuilds the access rows from the events, all or none. Commands keep running while most events are processed;
 * they wait only during the last few, the comparison and the repair. Correct rows are left untouched.
 */
@Component
public class RightsRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(RightsRebuild.class);

    /**
     * Commands lock these tables in any order, so a deadlock is possible: this side gives up first, within the second
     * after which the server would abort a command.
     */
    private static final String PATIENCE = "set local lock_timeout = '100ms'";

    private static final int TRIES = 100;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String LOCK = Arrays.stream(RightsTable.values())
            .map(table -> "samplan." + table.table())
            .collect(Collectors.joining(", ", "lock table ", " in share row exclusive mode"));

    private final DataSource source;
    private final EventReader events;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RightsRebuild(@Qualifier("readingDataSource") DataSource source, EventReader events) {
        this.source = source;
        this.events = events;
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /**
     * Returns the number of rows repaired. Command sides cache policies in memory, so a repaired policy takes effect
     * when they restart.
     *
     * @param done receives the number of events processed, every so often
     * @throws Rejected {@code TEMPORARY_TABLES_NOT_GRANTED}, {@code EVENTS_NOT_READABLE}, {@code RIGHTS_IN_USE}
     */
    public long run(LongConsumer done) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            var expected = ExpectedRights.none(source, events, done);
            var bound = events.highWaterMark();
            expected.take(0, bound);
            lock();
            expected.take(bound, Long.MAX_VALUE);
            var unreadable = expected.unreadable();
            if (!unreadable.isEmpty()) {
                throw new Rejected(RightsRefusal.EVENTS_NOT_READABLE, Map.of("unreadable", unreadable));
            }
            var differences = expected.differences();
            if (differences.count() > 0) {
                LOG.warn("repairing {} access rows", differences.count());
                expected.repair();
            }
            return differences.count();
        }));
    }

    private void lock() {
        jdbc.execute(PATIENCE);
        for (int tried = 0; tried < TRIES; tried++) {
            if (Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) RightsRebuild::isLocked))) {
                return;
            }
        }
        throw new Rejected(RightsRefusal.RIGHTS_IN_USE);
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }
}
