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

/** Chooses which build this process follows; switches when a newer one has caught up, and has one made if none fits. */
final class BuildCoordinator {

    private static final Logger LOG = LoggerFactory.getLogger(BuildCoordinator.class);

    /** Views of few events are built after so many ticks. */
    private static final int TICKS_AT_FIRST = 40;

    /** How often the freshness is read, to be remembered while the event store is away. */
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

    /** Whether readers wait for the first views, so that the next tick should come soon. */
    boolean isAwaited() {
        return active.current() == null && (ticks < TICKS_AT_FIRST || scheduler.isWorking());
    }

    /** Whether processes are sharing segments anew: readers wait for a segment that one released until another claims it. */
    boolean needsRebalance() {
        return rebalancing;
    }

    /** From here on ticks do something. */
    synchronized void start() {
        stopped = false;
        selector.reset();
        ticks = 0;
    }

    /** Stops the rebuild and the processors of this process. */
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

    /** Runs once a second; whatever fails is tried again at the next tick. */
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
