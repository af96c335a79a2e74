package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits for a server that is away, for a pool to have a connection as soon as it is back: the pool itself would ask ever
 * more seldom, in the end every five seconds. Nobody waits longer for it, since whoever asks the pool waits only so long.
 */
final class RetryingDataSource extends DelegatingDataSource {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private volatile BooleanSupplier over = () -> true;

    RetryingDataSource(DataSource source) {
        super(source);
    }

    /** From here on it waits, but no longer than until this is so; before, it fails as its source does. */
    void waitUntil(BooleanSupplier over) {
        this.over = over;
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                if (over.getAsBoolean() || !TransientFailure.explains(e)) {
                    throw e;
                }
                pauseAfter(e);
            }
        }
    }

    private static void pauseAfter(SQLException failure) throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
