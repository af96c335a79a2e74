package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells the readers of every process that there may be new events: NOTIFY after the commit, on a connection of its own,
 * once for all that rang meanwhile. Inside the append it would serialise commits.
 */
final class AppendNotifier extends ConnectionWorker {

    static final String CHANNEL = "samplan_event";

    private static final long COALESCING_MILLIS = 20;

    private final Semaphore rung = new Semaphore(0);

    AppendNotifier(DataSource source) {
        super("samplan-doorbell", source);
    }

    /** Returns at once; a bell that is not heard costs some seconds, since readers also look by themselves. */
    void ring() {
        rung.release();
    }

    @Override
    void use(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off"); // nothing is stored that the disk need have
            while (goesOn()) {
                rung.acquire();
                rung.drainPermits();
                statement.execute("notify " + CHANNEL);
                // The first is told at once, the rest together: a batch of events costs a reader little more than one.
                TimeUnit.MILLISECONDS.sleep(COALESCING_MILLIS);
            }
        }
    }
}
