package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the readers of every process that there may be new events: NOTIFY after the commit, on a connection of its own,
 * once for all that rang meanwhile. Inside the append it would serialise commits.
 */
final class Doorbell implements SmartLifecycle {

    static final String CHANNEL = "samplan_event";

    private static final long COALESCING_MILLIS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);

    private final DataSource source;
    private final Semaphore rung = new Semaphore(0);
    private volatile @Nullable Thread ringer;

    Doorbell(DataSource source) {
        this.source = source;
    }

    /** Returns at once; a bell that cannot be heard costs a second, since readers also look by themselves. */
    void ring() {
        rung.release();
    }

    @Override
    public void start() {
        ringer = Thread.ofPlatform().daemon().name("samplan-doorbell").start(this::run);
    }

    @Override
    public void stop() {
        var stopping = ringer;
        ringer = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return ringer != null;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = source.getConnection()) {
                notifyFor(connection);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.warn(
                        "Readers of other processes are not woken for now; they look every second: {}",
                        e.getSQLState());
                if (!Pauses.second()) {
                    return;
                }
            }
        }
    }

    private void notifyFor(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            while (isRunning()) {
                rung.acquire();
                rung.drainPermits();
                statement.execute("notify " + CHANNEL);
                // The first is told at once, the rest together: a batch of events costs a reader little more than one.
                TimeUnit.MILLISECONDS.sleep(COALESCING_MILLIS);
            }
        }
    }
}
