package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Listens for the {@link Doorbell} of any process and wakes this one's readers, each second in any case. */
final class DoorbellListener extends OwnThread {

    /** How long an event waits at most when its bell was not heard. */
    private static final int POLL_MILLIS = 1000;

    private final Runnable wakeReaders;

    DoorbellListener(DataSource source, Runnable wakeReaders) {
        super("samplan-doorbell-listener", source);
        this.wakeReaders = wakeReaders;
    }

    @Override
    void use(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Doorbell.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (goesOn()) {
            wakeReaders.run();
            postgres.getNotifications(POLL_MILLIS);
        }
    }

    @Override
    void beforeConnecting() {
        wakeReaders.run();
    }
}
