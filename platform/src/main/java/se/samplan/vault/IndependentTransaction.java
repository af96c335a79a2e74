package se.samplan.vault;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samplan.store.Query;

/**
 * Runs a single statement outside the current transaction, if there is one, so that it commits before the answer and is
 * not rolled back with that transaction.
 */
final class IndependentTransaction {

    private final JdbcClient jdbc;
    private final TransactionTemplate outside;

    IndependentTransaction(DataSource source) {
        jdbc = JdbcClient.create(source);
        outside = new TransactionTemplate(new JdbcTransactionManager(source));
        // In auto-commit: one round trip instead of three.
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The row that this query returns. */
    <T> Optional<T> query(Query<T> query) {
        return run(() -> jdbc.sql(query.sql().text())
                .params(query.sql().parameters())
                .query((row, number) -> query.row().read(row))
                .optional());
    }

    <T> T run(Supplier<T> statement) {
        return Objects.requireNonNull(outside.execute(status -> statement.get()));
    }
}
