package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Listens for the NOTIFY of the {@link AppendNotifier} of any process and wakes the readers of this one. Also wakes
 * them by polling, in case a notification was lost, with a back-off while none arrives.
 */
final class NotificationListener extends ConnectionWorker {

    private static final int FIRST_POLL_MILLIS = 250;

    /** How long an event waits at most when its notification was lost. */
    private static final int LAST_POLL_MILLIS = 8000;

    private final Runnable wakeReaders;

    NotificationListener(DataSource source, Runnable wakeReaders) {
        super("samplan-append-listener", source);
        this.wakeReaders = wakeReaders;
    }

    @Override
    void use(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + AppendNotifier.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        int pollMillis = FIRST_POLL_MILLIS;
        while (isActive()) {
            wakeReaders.run();
            boolean notified = postgres.getNotifications(pollMillis).length > 0;
            pollMillis = notified ? FIRST_POLL_MILLIS : Math.min(2 * pollMillis, LAST_POLL_MILLIS);
        }
    }

    @Override
    void beforeConnecting() {
        wakeReaders.run();
    }
}
