package se.samplan.follow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.Folds;
import se.samplan.document.ViewUpdater;
import se.samplan.store.EventReader;

/** The build that this process serves, and the newer one that replaces it once it has caught up. */
public final class ActiveBuilds {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveBuilds.class);

    /** A build not confirmed as current for this long may have been replaced and dropped. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(15);

    private final BuildCatalogue builds;
    private final EventReader events;
    private final Folds folds;
    private final ProcessorFactory processors;
    private final LongSupplier nanos;

    private volatile @Nullable ActiveBuild current;
    private volatile long confirmedAt;
    private @Nullable ActiveBuild next;

    /** Creates the processor of a build. */
    public interface ProcessorFactory {
        ViewProcessor create(Build build, ViewUpdater views);
    }

    public ActiveBuilds(
            BuildCatalogue builds, EventReader events, Folds folds, ProcessorFactory processors, LongSupplier nanos) {
        this.builds = builds;
        this.events = events;
        this.folds = folds;
        this.processors = processors;
        this.nanos = nanos;
        confirmedAt = nanos.getAsLong();
    }

    /** The build that readers see; null if there is none yet. */
    @Nullable
    public ActiveBuild current() {
        return current;
    }

    /** The versions that this process follows: two while one replaces the other. */
    public List<String> versions() {
        return Stream.of(current, next)
                .filter(Objects::nonNull)
                .map(active -> active.build().version())
                .toList();
    }

    /** Whether it is the newest build that this process follows. */
    public boolean isNewest(@Nullable Build build) {
        var newest = next == null ? current : next;
        return build != null && newest != null && newest.build().version().equals(build.version());
    }

    /** Records that the catalogue has just confirmed the builds followed here. */
    public void confirm() {
        confirmedAt = nanos.getAsLong();
    }

    /** Whether this process paused for so long that the builds it follows may have been dropped. */
    public boolean isStale() {
        return nanos.getAsLong() - confirmedAt > TRUSTED_FOR.toNanos();
    }

    /** Starts to follow a newer build alongside the current one. */
    public void follow(Build build) {
        var documents = builds.documents(build.version());
        var parked = builds.parked(build.version());
        var views = new ViewUpdater(folds, documents, parked, events);
        views.repair();
        var processor = processors.create(build, views);
        processor.start();
        stop(next);
        next = new ActiveBuild(build, documents, parked, processor);
    }

    /** Switches to the newer build once it has caught up, so that readers never go back in time. */
    public void promote() {
        var before = current;
        var after = next;
        if (after != null
                && (before == null
                        || after.processor().reached() >= before.processor().reached())) {
            current = after;
            next = null;
            stop(before);
        }
    }

    /** Restarts failed processors as soon as the event store answers, without waiting for Axon's back-off. */
    public void repair() {
        var before = current;
        if (before != null && before.processor().hasFailed()) {
            current = restarted(before);
        }
        var after = next;
        if (after != null && after.processor().hasFailed()) {
            next = restarted(after);
        }
    }

    /** Moves each processor towards its segment quota; true if the caller should repeat this soon. */
    public boolean rebalance() {
        var unsettled = false;
        for (var active : Arrays.asList(current, next)) {
            unsettled |= active != null && active.processor().rebalance();
        }
        return unsettled;
    }

    /** Stops following all builds. */
    public void release() {
        stop(next);
        stop(current);
        next = null;
        current = null;
    }

    private ActiveBuild restarted(ActiveBuild active) {
        events.highWaterMark(); // throws while the event store is down
        LOG.info("restarting the processor of build {}", active.build().version());
        active.processor().stop();
        var views = new ViewUpdater(folds, active.documents(), active.parked(), events);
        var processor = processors.create(active.build(), views);
        processor.start();
        return new ActiveBuild(active.build(), active.documents(), active.parked(), processor);
    }

    private static void stop(@Nullable ActiveBuild active) {
        if (active != null) {
            active.processor().stop();
        }
    }
}
