package se.samplan.rebuild;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.build.Lease;
import se.samplan.build.PendingBuild;
import se.samplan.document.Folds;
import se.samplan.store.EventReader;

/** Decides what build is to be made, and has it made here while no other process is at it. */
public final class RebuildScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildScheduler.class);

    private final BuildCatalogue builds;
    private final Lease lease;
    private final RebuildJob rebuilding;
    private final EventReader events;
    private final Folds folds;
    private volatile @Nullable Thread worker;
    private volatile @Nullable Watched elsewhere;

    /** What another process makes, as it was first seen and as it is now. */
    private record Watched(PendingBuild first, long since, PendingBuild now) {}

    public RebuildScheduler(
            BuildCatalogue builds, Lease lease, RebuildJob rebuilding, EventReader events, Folds folds) {
        this.builds = builds;
        this.lease = lease;
        this.rebuilding = rebuilding;
        this.events = events;
        this.folds = folds;
    }

    /**
     * Has views made, unless some are being made already.
     *
     * @param replaced what they are to take the place of; null if there is nothing
     * @param only the one view to be folded anew; null if all are
     * @param operation whom to tell; null if nobody asked for it
     */
    public boolean begin(@Nullable Build replaced, @Nullable String only, @Nullable UUID operation) {
        if (builds.making().isPresent()) {
            return false; // before all events are counted
        }
        var bound = events.highWaterMark();
        return builds.begin(new PendingBuild(
                events.incarnation(),
                folds.foldFingerprint(),
                UUID.randomUUID().toString().substring(0, 8),
                replaced == null ? null : replaced.version(),
                only,
                operation,
                bound,
                null,
                0,
                events.count(bound),
                EventFingerprint.lastUpTo(bound, events)));
    }

    /**
     * Works at what is in the making, unless it is done already or another process does.
     *
     * @param needed whether this process has nothing to follow
     */
    public void resume(boolean needed) {
        var making = isWorking() ? null : builds.making().orElse(null);
        if (making == null) {
            elsewhere = null;
        } else if (isSettled(making)) {
            LOG.info("what was in the making is settled");
        } else if (isOurs(making)) {
            work(making);
        } else if ((needed || !isOfThisStore(making)) && lease.tryHold()) {
            rebuilding.givenUp(making);
            lease.release();
        }
    }

    /** What readers see is asked for after what is in the making: the other way round it could be older. */
    private boolean isSettled(PendingBuild making) {
        var published = builds.current().map(Build::version).orElse(null);
        if (making.version().equals(published)) {
            rebuilding.finished(making); // whoever published it was interrupted
            return true;
        }
        if (!Objects.equals(making.replaces(), published)) {
            rebuilding.givenUp(making); // something else took the place that it was to take
            return true;
        }
        return false;
    }

    /** How far it is, wherever it is made. */
    public BuildProgress progress() {
        var watched = elsewhere;
        return isWorking() || watched == null
                ? rebuilding.progress()
                : new BuildProgress(
                        watched.now.done() - watched.first.done(),
                        watched.now.total() - watched.first.done(),
                        Duration.ofNanos(System.nanoTime() - watched.since));
    }

    public void stop() {
        var working = worker;
        if (working != null) {
            working.interrupt();
        }
    }

    /** Whether a build is being made by this process. */
    public boolean isWorking() {
        var working = worker;
        return working != null && working.isAlive();
    }

    private boolean isOurs(PendingBuild making) {
        return making.foldFingerprint().equals(folds.foldFingerprint()) && isOfThisStore(making);
    }

    /** If not, nobody can go on with it: PostgreSQL was restored from before. */
    private boolean isOfThisStore(PendingBuild making) {
        return making.incarnation().equals(events.incarnation())
                && making.bound() <= events.highWaterMark()
                && making.isOfThePastOf(events);
    }

    private void work(PendingBuild seen) {
        if (!lease.tryHold()) {
            watch(seen);
            return;
        }
        // Whoever had the lease may have finished since it was seen.
        var making = builds.making().filter(now -> now.version().equals(seen.version()));
        if (making.isEmpty() || isSettled(making.get())) {
            lease.release();
            return;
        }
        elsewhere = null;
        worker = Thread.ofPlatform().daemon().name("views-maker").start(() -> workAt(making.get()));
    }

    private void watch(PendingBuild making) {
        var before = elsewhere;
        elsewhere = before != null && before.first.version().equals(making.version())
                ? new Watched(before.first, before.since, making)
                : new Watched(making, System.nanoTime(), making);
    }

    private void workAt(PendingBuild making) {
        try {
            workWithBeats(making);
            lease.release();
        } catch (RuntimeException e) {
            // The lease runs out by itself, should its store be away.
            LOG.error("the views cannot be made for now: {}", e.getClass().getName());
            LOG.debug("the views cannot be made", e);
        }
    }

    /** No beat is under way any more when it returns: a late one would take the lease again. */
    private void workWithBeats(PendingBuild making) {
        try (var beats = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("views-maker-beats").factory())) {
            var ignored = beats.scheduleWithFixedDelay(() -> beat(making), 2, 2, TimeUnit.SECONDS);
            rebuilding.run(making);
        }
    }

    private void beat(PendingBuild making) {
        try {
            rebuilding.beat(making);
        } catch (RuntimeException e) {
            LOG.debug("a beat was missed: {}", e.getClass().getName());
        }
    }
}
