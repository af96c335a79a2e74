package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Retries connecting every 100 ms while the server is away, so that a pool recovers at once; the pool itself would back
 * off to five seconds. Callers wait no longer, since the pool has a timeout of its own.
 */
final class RetryingDataSource extends DelegatingDataSource {

    private static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private volatile BooleanSupplier stopped = () -> true;

    RetryingDataSource(DataSource source) {
        super(source);
    }

    /** Retries from now on until this is true; before this call, failures pass through. */
    void retryUntil(BooleanSupplier stopped) {
        this.stopped = stopped;
    }

    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                if (stopped.getAsBoolean() || !TransientFailure.explains(e)) {
                    throw e;
                }
                pauseAfter(e);
            }
        }
    }

    private static void pauseAfter(SQLException failure) throws SQLException {
        try {
            Thread.sleep(RETRY_DELAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
