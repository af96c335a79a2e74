package se.samplan.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the coordinator every second while the program runs. */
public final class ViewLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewLifecycle.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The interval while readers wait for the first views. */
    private static final Duration WHILE_AWAITED = Duration.ofMillis(50);

    /** The interval while readers wait for a released segment until another process claims it. */
    private static final Duration WHILE_REBALANCING = Duration.ofMillis(250);

    /** Stops after the web server, whose last requests still read, and before the event store. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2560;

    private final BuildCoordinator coordinator;
    private volatile @Nullable Thread thread;

    ViewLifecycle(BuildCoordinator coordinator) {
        this.coordinator = coordinator;
    }

    @Override
    public void start() {
        coordinator.start();
        var starting = Thread.ofPlatform().daemon().name("views-coordinator").unstarted(this::run);
        thread = starting; // set before it runs, or it would see itself as stopped
        starting.start();
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
        coordinator.stop();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            var pause = INTERVAL;
            try {
                coordinator.tick();
                if (coordinator.isAwaited()) {
                    pause = WHILE_AWAITED;
                } else if (coordinator.needsRebalance()) {
                    pause = WHILE_REBALANCING;
                }
            } catch (RuntimeException e) {
                LOG.error(
                        "the views cannot be updated for now: {}", e.getClass().getName());
                LOG.debug("the views cannot be updated", e);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
