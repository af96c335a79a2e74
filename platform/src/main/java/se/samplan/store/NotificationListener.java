package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Listens for the {@link AppendNotifier} of any process and wakes this one's readers; without a ring too, in case one was lost,
 * but ever more seldom while all is quiet.
 */
final class NotificationListener extends ConnectionWorker {

    private static final int FIRST_POLL_MILLIS = 250;

    /** How long an event waits at most when its bell was not heard. */
    private static final int LAST_POLL_MILLIS = 8000;

    private final Runnable wakeReaders;

    NotificationListener(DataSource source, Runnable wakeReaders) {
        super("samplan-doorbell-listener", source);
        this.wakeReaders = wakeReaders;
    }

    @Override
    void use(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + AppendNotifier.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        int pollMillis = FIRST_POLL_MILLIS;
        while (goesOn()) {
            wakeReaders.run();
            boolean rung = postgres.getNotifications(pollMillis).length > 0;
            pollMillis = rung ? FIRST_POLL_MILLIS : Math.min(2 * pollMillis, LAST_POLL_MILLIS);
        }
    }

    @Override
    void beforeConnecting() {
        wakeReaders.run();
    }
}
