package se.samplan.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the views of all cases current for as long as the program runs: has a look taken each second. */
public final class ViewLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewLifecycle.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Readers wait for the first views. */
    private static final Duration WHILE_AWAITED = Duration.ofMillis(50);

    /** Readers wait for what one process has let go of until another follows it. */
    private static final Duration WHILE_UNSETTLED = Duration.ofMillis(250);

    /** Stops after the web server, whose last requests read, and before the event store. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2560;

    private final BuildCoordinator lookout;
    private volatile @Nullable Thread thread;

    ViewLifecycle(BuildCoordinator lookout) {
        this.lookout = lookout;
    }

    @Override
    public void start() {
        lookout.begin();
        var starting = Thread.ofPlatform().daemon().name("views-keeper").unstarted(this::keep);
        thread = starting; // before it runs, or it would find itself stopped
        starting.start();
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
        lookout.end();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void keep() {
        while (thread == Thread.currentThread()) {
            var pause = BETWEEN_LOOKS;
            try {
                lookout.look();
                if (lookout.isAwaited()) {
                    pause = WHILE_AWAITED;
                } else if (lookout.needsRebalance()) {
                    pause = WHILE_UNSETTLED;
                }
            } catch (RuntimeException e) {
                LOG.error("the views cannot be kept for now: {}", e.getClass().getName());
                LOG.debug("the views cannot be kept", e);
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
