package se.samplan.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The second of a command's two round trips: all that a unit of work writes, with its COMMIT in the same batch. The
 * unit's own commit then costs nothing, since the driver sends none without a transaction. Outside a unit of work the
 * caller commits.
 */
final class CommandWrites {

    private static final String RESOURCE = CommandWrites.class.getName();
    private static final Sql COMMIT = Sql.of("commit");

    private final DataSource commands;

    CommandWrites(DataSource commands) {
        this.commands = commands;
    }

    /** @throws IllegalStateException if there is no transaction, or this unit of work has already committed */
    void execute(StatementBatch batch) {
        Transactions.requireOne(commands);
        if (CurrentUnitOfWork.isStarted()) {
            requireFirst();
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

    /** Allows one batch per unit of work: a later write would commit on its own, whatever became of the rest. */
    private static void requireFirst() {
        if (CurrentUnitOfWork.get().root().resources().putIfAbsent(RESOURCE, true) != null) {
            throw new IllegalStateException("the unit of work has already written and committed");
        }
    }
}
