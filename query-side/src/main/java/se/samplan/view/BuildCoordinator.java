package se.samplan.view;

import com.mongodb.MongoException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.rebuild.RebuildScheduler;

/** Chooses which build this process follows; switches when a newer one has caught up, and begins one if none fits. */
final class BuildCoordinator {

    private static final Logger LOG = LoggerFactory.getLogger(BuildCoordinator.class);

    /** By this many ticks the views of a small event store are built. */
    private static final int TICKS_AT_FIRST = 40;

    /** How often to read the freshness, so that it is known while the event store is down. */
    private static final int TICKS_PER_FRESHNESS = 30;

    private final BuildCatalogue builds;
    private final BuildSelector selector;
    private final ActiveBuilds active;
    private final RebuildScheduler scheduler;
    private final BuildCleanup cleanup;
    private final Heartbeats heartbeats;
    private final Freshness freshness;

    private boolean stopped;
    private int ticks;
    private volatile boolean rebalancing;

    BuildCoordinator(
            BuildCatalogue builds,
            BuildSelector selector,
            ActiveBuilds active,
            RebuildScheduler scheduler,
            BuildCleanup cleanup,
            Heartbeats heartbeats,
            Freshness freshness) {
        this.builds = builds;
        this.selector = selector;
        this.active = active;
        this.scheduler = scheduler;
        this.cleanup = cleanup;
        this.heartbeats = heartbeats;
        this.freshness = freshness;
    }

    /** Whether readers are waiting for the first views, so that the next tick should come soon. */
    boolean isAwaited() {
        return active.current() == null && (ticks < TICKS_AT_FIRST || scheduler.isWorking());
    }

    /** Whether processes are rebalancing segments: readers wait for a released segment until another claims it. */
    boolean needsRebalance() {
        return rebalancing;
    }

    /** Enables ticks. */
    synchronized void start() {
        stopped = false;
        selector.reset();
        ticks = 0;
    }

    /** Stops this process's rebuild and processors. */
    synchronized void stop() {
        stopped = true;
        scheduler.stop();
        active.release();
        leave();
    }

    private void leave() {
        try {
            heartbeats.leave();
        } catch (MongoException e) {
            LOG.debug("the others will notice that this process is gone", e);
        }
    }

    /** Runs once a second; the next tick retries whatever failed. */
    synchronized void tick() {
        if (stopped) {
            return; // meanwhile
        }
        heartbeats.send(active.versions());
        var published = builds.current().orElse(null);
        if (!active.isNewest(published) && !(active.current() == null && scheduler.isWorking())) {
            change(published);
        }
        active.confirm();
        active.promote();
        scheduler.resume(active.current() == null);
        active.repair();
        rebalancing = active.rebalance();
        ticks++;
        cleanup.runIfDue();
        var current = active.current();
        if (current != null && ticks % TICKS_PER_FRESHNESS == 1) {
            freshness.at(current.processor());
        }
    }

    private void change(@Nullable Build published) {
        switch (selector.choose(published, !active.versions().isEmpty())) {
            case FOLLOW -> follow(published);
            case RELEASE -> {
                LOG.warn("the build that was followed is gone, or replaced by that of another program");
                active.release();
            }
            case REBUILD -> scheduler.begin(published, null, null);
            case WAIT -> LOG.debug("the views are those of another program");
        }
    }

    private void follow(@Nullable Build build) {
        active.follow(Objects.requireNonNull(build));
        cleanup.schedule();
        ticks = 0;
    }
}
