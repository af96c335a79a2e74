package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread of the program's own with a connection of its own, taken anew each second while there is none. */
abstract class ConnectionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWorker.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final String name;
    private final DataSource source;
    private volatile @Nullable Thread thread;

    ConnectionWorker(String name, DataSource source) {
        this.name = name;
        this.source = source;
    }

    /** Returns when it no longer {@link #goesOn()}, fails when the connection is lost. */
    abstract void use(Connection connection) throws SQLException, InterruptedException;

    /** Done before each try to connect: what came while there was no connection has told nobody. */
    void beforeConnecting() {}

    @Override
    public void start() {
        var starting = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread = starting; // before it runs, or it would find itself not running
        starting.start();
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Whether it has not been stopped, nor stopped and started anew in another thread. */
    final boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void run() {
        try {
            while (goesOn()) {
                useOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void useOnce() throws InterruptedException {
        try {
            beforeConnecting();
            try (var connection = source.getConnection()) {
                use(connection);
            }
        } catch (SQLException | RuntimeException e) {
            if (!goesOn()) {
                return;
            }
            LOG.warn(
                    "{} lost its connection and tries again each second; readers look each second: {}",
                    name,
                    e.getClass().getName());
            LOG.debug("{} lost its connection", name, e);
            Thread.sleep(BETWEEN_TRIES);
        }
    }
}
