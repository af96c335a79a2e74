package se.samplan.view;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.samplan.store.EventReader;

/**
 * Keeps the views of all cases current: looks each second for what they were built from, builds them where nothing is of
 * this store and these folds, follows them, and lets go of them when another process has replaced them.
 */
final class Keeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** After so many looks every process has let go of what was before. */
    private static final int LOOKS_TO_LET_GO = 10;

    /** Stops after the web server, whose last requests read, and before the event store. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2560;

    private final Builds builds;
    private final EventReader events;
    private final List<Fold<?>> folds;
    private final ViewJson json;
    private final Clock clock;
    private final FollowingFactory following;

    private volatile @Nullable Current current;
    private volatile BuildProgress progress = new BuildProgress(0, 0, Duration.ZERO);
    private volatile @Nullable Thread thread;

    /** Makes the processor that follows into these views. */
    interface FollowingFactory {
        Following from(CaseViews views, Builds builds, Builds.Build build);
    }

    /** What is followed now. */
    record Current(Builds.Build build, CaseDocuments documents, Parked parked, Following following) {}

    Keeper(
            Builds builds,
            EventReader events,
            List<Fold<?>> folds,
            ViewJson json,
            Clock clock,
            FollowingFactory following) {
        this.builds = builds;
        this.events = events;
        this.folds = List.copyOf(folds);
        this.json = json;
        this.clock = clock;
        this.following = following;
    }

    /** Null until they are built. */
    @Nullable
    Current current() {
        return current;
    }

    BuildProgress progress() {
        return progress;
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().daemon().name("views-keeper").unstarted(this::keep);
        thread = starting; // before it runs, or it would find itself stopped
        starting.start();
    }

    @Override
    public synchronized void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
        letGo();
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
        var mayReplace = true;
        var looks = 0;
        while (thread == Thread.currentThread()) {
            try {
                var views = current;
                if (views == null) {
                    looks = 0;
                    begin(mayReplace);
                } else if (!builds.isCurrent(views.build())) {
                    LOG.warn("the views that were followed have been replaced");
                    letGo();
                    // By a program with other folds, perhaps: it would only replace them again.
                    mayReplace = false;
                } else if (++looks == LOOKS_TO_LET_GO) {
                    dropOthers(views);
                }
            } catch (RuntimeException e) {
                LOG.error("the views cannot be kept for now: {}", e.getClass().getName());
                LOG.debug("the views cannot be kept", e);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void begin(boolean mayReplace) {
        // What is there first: if it has come further than the bound, that was in another past of the store.
        var found = builds.current();
        var bound = events.safeBound();
        var store = events.incarnation();
        var fitting = found.filter(build -> build.isOf(store, made(), bound));
        if (fitting.isPresent()) {
            follow(fitting.get());
        } else if ((found.isEmpty() || mayReplace) && builds.lease(clock.instant())) {
            try {
                follow(built(store, bound));
            } finally {
                builds.release();
            }
        }
    }

    private Builds.Build built(UUID store, long bound) {
        var build = new Builds.Build(store, made(), UUID.randomUUID().toString().substring(0, 8), bound, bound);
        try {
            new Rebuild(folds, events, json, clock, builds.documents(build), builds.parked(build), this::told)
                    .upTo(bound);
        } catch (RuntimeException e) {
            builds.drop(build);
            throw e;
        }
        builds.publish(build);
        return build;
    }

    private void told(BuildProgress now) {
        progress = now;
        if (!builds.lease(clock.instant())) {
            throw new IllegalStateException("another process builds the views by now");
        }
    }

    private synchronized void follow(Builds.Build build) {
        if (thread != Thread.currentThread()) {
            return;
        }
        var documents = builds.documents(build);
        var parked = builds.parked(build);
        var views = new CaseViews(folds, documents, parked, events, json);
        views.mend();
        var processor = following.from(views, builds, build);
        processor.start();
        current = new Current(build, documents, parked, processor);
    }

    private synchronized void letGo() {
        var views = current;
        if (views != null) {
            current = null;
            views.following().stop();
        }
    }

    private void dropOthers(Current views) {
        if (builds.lease(clock.instant())) {
            try {
                builds.dropOthers(views.build());
                views.following().forgetOthers();
            } finally {
                builds.release();
            }
        }
    }

    private String made() {
        return folds.stream()
                .map(fold -> fold.name() + ":" + fold.revision())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
