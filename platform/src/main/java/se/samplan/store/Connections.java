package se.samplan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The pools to the event store, one for each purpose, so that no purpose can starve another. */
final class Connections {

    /** How long a caller waits for a connection before failing. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    private final StoreProperties properties;

    Connections(StoreProperties properties) {
        this.properties = properties;
    }

    /** A stuck append holds back the high-water mark, so the server soon ends its transaction, busy or idle. */
    HikariDataSource commands() {
        return pool(
                "samplan-commands",
                properties.commandConnections(),
                limits(Duration.ofSeconds(10), Duration.ofSeconds(10)) + " -c transaction_timeout=60s",
                Duration.ofSeconds(15));
    }

    /** A rebuild reads for as long as it takes, and its consumer may write a while between two fetches. */
    HikariDataSource reading() {
        return pool("samplan-reading", 4, limits(Duration.ofHours(1), Duration.ofMinutes(10)), Duration.ofMinutes(65));
    }

    /**
     * A process that freezes in a transaction on a token blocks the token's takeover until the server ends that
     * transaction.
     */
    HikariDataSource tokens() {
        return pool(
                "samplan-tokens", 4, limits(Duration.ofSeconds(10), Duration.ofSeconds(10)), Duration.ofSeconds(15));
    }

    /** Connections outside any pool, for threads that keep one. */
    DataSource single() {
        return driver("", Duration.ofSeconds(15));
    }

    private static String limits(Duration statement, Duration idleInTransaction) {
        return "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
                .formatted(statement.toMillis(), idleInTransaction.toMillis());
    }

    private HikariDataSource pool(String name, int size, String options, Duration socketTimeout) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        var source = new RetryingDataSource(driver(options, socketTimeout));
        config.setDataSource(source);
        var pool = new HikariDataSource(config);
        source.retryUntil(pool::isClosed);
        return pool;
    }

    /**
     * Connects.
     *
     * @param socketTimeout the socket timeout, after which the server counts as gone; longer than the statement
     *     timeout, which a live server enforces
     */
    private PGSimpleDataSource driver(String options, Duration socketTimeout) {
        var source = new PGSimpleDataSource();
        source.setURL(properties.url());
        source.setUser(properties.user());
        source.setPassword(properties.password());
        source.setApplicationName("samplan");
        source.setTcpKeepAlive(true);
        source.setSocketTimeout(Math.toIntExact(socketTimeout.toSeconds()));
        // An error's detail quotes the row, which may hold what must not be logged.
        source.setLogServerErrorDetail(false);
        if (!options.isEmpty()) {
            source.setOptions(options);
        }
        return source;
    }
}
