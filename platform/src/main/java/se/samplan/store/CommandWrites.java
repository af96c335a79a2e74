package se.samplan.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The second of a command's two round trips: all that a unit of work writes, and its COMMIT in the same execute. The driver
 * sends no second COMMIT without a transaction, so the unit's own costs nothing. Outside of a unit of work the caller
 * commits.
 */
final class CommandWrites {

    private static final String RESOURCE = CommandWrites.class.getName();
    private static final Sql COMMIT = Sql.of("commit");

    private final DataSource commands;

    CommandWrites(DataSource commands) {
        this.commands = commands;
    }

    /** @throws IllegalStateException if there is no transaction, or this unit of work has committed its own */
    void execute(StatementBatch batch) {
        Transactions.requireOne(commands);
        if (CurrentUnitOfWork.isStarted()) {
            end();
            batch.update(COMMIT);
        }
        var connection = DataSourceUtils.getConnection(commands);
        try {
            batch.execute(connection);
        } catch (SQLException e) {
            throw AppendFailure.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, commands);
        }
    }

    /** A later write would be committed on its own, whatever became of the rest. */
    private static void end() {
        if (CurrentUnitOfWork.get().root().resources().putIfAbsent(RESOURCE, true) != null) {
            throw new IllegalStateException("the unit of work has written and committed already");
        }
    }
}
