package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Sends NOTIFY after each commit, so that the readers of every process look for new events; appends that come close
 * together share one. It has a connection of its own: inside the append, NOTIFY would serialise commits.
 */
final class AppendNotifier extends ConnectionWorker {

    static final String CHANNEL = "samplan_event";

    private static final long COALESCING_MILLIS = 20;

    private final Semaphore requested = new Semaphore(0);

    AppendNotifier(DataSource source) {
        super("samplan-append-notifier", source);
    }

    /** Returns at once. A lost notification delays readers by some seconds, since they also poll. */
    void requestNotify() {
        requested.release();
    }

    @Override
    void use(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off"); // nothing here must be durable
            while (isActive()) {
                requested.acquire();
                requested.drainPermits();
                statement.execute("notify " + CHANNEL);
                // The first is sent at once, the rest together: a batch of events costs a reader little more than one.
                TimeUnit.MILLISECONDS.sleep(COALESCING_MILLIS);
            }
        }
    }
}
