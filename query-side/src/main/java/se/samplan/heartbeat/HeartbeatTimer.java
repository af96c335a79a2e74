package se.samplan.heartbeat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a heartbeat at a fixed delay until closed; logs one that fails and sends the next all the same. */
public final class HeartbeatTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatTimer.class);

    private final ScheduledExecutorService timer;

    private HeartbeatTimer(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Starts a timer on a thread of this name. */
    public static HeartbeatTimer start(String name, Duration every, Runnable heartbeat) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var ignored = timer.scheduleWithFixedDelay(
                () -> send(heartbeat), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return new HeartbeatTimer(timer);
    }

    private static void send(Runnable heartbeat) {
        try {
            heartbeat.run();
        } catch (RuntimeException e) {
            LOG.debug("a heartbeat failed: {}", e.getClass().getName());
        }
    }

    /** Waits for a heartbeat in flight; sends none after it returns. */
    @Override
    public void close() {
        timer.close();
    }
}
