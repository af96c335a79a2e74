package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens for the {@link Doorbell} of any process and wakes this one's readers, each second in any case. */
final class DoorbellListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DoorbellListener.class);

    /** How long an event waits at most when its bell was not heard. */
    private static final int POLL_MILLIS = 1000;

    private final DataSource source;
    private final Runnable wakeReaders;
    private volatile @Nullable Thread listener;

    DoorbellListener(DataSource source, Runnable wakeReaders) {
        this.source = source;
        this.wakeReaders = wakeReaders;
    }

    @Override
    public void start() {
        listener =
                Thread.ofPlatform().daemon().name("samplan-doorbell-listener").start(this::run);
    }

    @Override
    public void stop() {
        var stopping = listener;
        listener = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.warn("Not woken by other processes for now; looking every second: {}", e.getSQLState());
                if (!Pauses.second()) {
                    return;
                }
                wakeReaders.run();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Doorbell.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            wakeReaders.run();
            postgres.getNotifications(POLL_MILLIS);
        }
    }
}
