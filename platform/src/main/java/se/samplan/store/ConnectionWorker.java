package se.samplan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread with a connection of its own; reconnects every second while the connection is lost. */
abstract class ConnectionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWorker.class);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final String name;
    private final DataSource source;
    private volatile @Nullable Thread thread;

    ConnectionWorker(String name, DataSource source) {
        this.name = name;
        this.source = source;
    }

    /** Returns when it is no longer {@link #isActive()}, fails when the connection is lost. */
    abstract void use(Connection connection) throws SQLException, InterruptedException;

    /** Runs before each attempt to connect: notifications sent while there was no connection are lost. */
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

    /** False once stopped, or stopped and restarted on another thread. */
    final boolean isActive() {
        return thread == Thread.currentThread();
    }

    private void run() {
        try {
            while (isActive()) {
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
            if (!isActive()) {
                return;
            }
            LOG.warn(
                    "{} lost its connection; reconnecting every second: {}",
                    name,
                    e.getClass().getName());
            LOG.debug("{} lost its connection", name, e);
            Thread.sleep(RETRY_DELAY);
        }
    }
}
