package se.samplan.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The second of a command's two round trips: all that a unit of work writes, and the COMMIT behind it in the same execute. The
 * driver sends no other where no transaction is under way, so the unit's own commit costs nothing. Outside of units of
 * work the transaction is ended by whoever began it.
 */
final class CommandWrites {

    private static final String RESOURCE = CommandWrites.class.getName();
    private static final Sql COMMIT = Sql.of("commit");

    private final DataSource commands;

    CommandWrites(DataSource commands) {
        this.commands = commands;
    }

    /** @throws IllegalStateException if no transaction is under way, or this unit of work has ended its own */
    void execute(StatementBatch trip) {
        Transactions.requireOne(commands);
        if (CurrentUnitOfWork.isStarted()) {
            end();
            trip.update(COMMIT);
        }
        var connection = DataSourceUtils.getConnection(commands);
        try {
            trip.execute(connection);
        } catch (SQLException e) {
            throw AppendFailure.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, commands);
        }
    }

    /** What came now would be kept whatever became of the rest. */
    private static void end() {
        if (CurrentUnitOfWork.get().root().resources().putIfAbsent(RESOURCE, true) != null) {
            throw new IllegalStateException("the unit of work has written all and ended its transaction");
        }
    }
}
