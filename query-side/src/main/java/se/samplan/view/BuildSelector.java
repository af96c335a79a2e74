package se.samplan.view;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.Folds;
import se.samplan.follow.TokenPositions;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.store.EventReader;

/** Decides what to do about a published build: follow it if it matches this event store and these folds. */
final class BuildSelector {

    /** A program that published a build is gone after this long without a heartbeat. */
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    private final BuildCatalogue builds;
    private final EventReader events;
    private final Folds folds;
    private final TokenPositions positions;
    private final Heartbeats heartbeats;
    private final LongSupplier nanos;

    private boolean mayReplace = true;
    private long releasedAt;

    /** What to do about the published build. */
    enum Choice {
        FOLLOW,
        /** The build followed here is gone, or was replaced by one that does not match. */
        RELEASE,
        REBUILD,
        /** Another program version's build: wait until that program is gone. */
        WAIT
    }

    BuildSelector(
            BuildCatalogue builds,
            EventReader events,
            Folds folds,
            TokenPositions positions,
            Heartbeats heartbeats,
            LongSupplier nanos) {
        this.builds = builds;
        this.events = events;
        this.folds = folds;
        this.positions = positions;
        this.heartbeats = heartbeats;
        this.nanos = nanos;
        releasedAt = nanos.getAsLong();
    }

    /** A process that has just started may replace any build that does not match. */
    void reset() {
        mayReplace = true;
    }

    /** @param following whether this process follows another build */
    Choice choose(@Nullable Build published, boolean following) {
        if (fits(published)) {
            return Choice.FOLLOW;
        }
        if (following) {
            releasedAt = nanos.getAsLong();
            // A program with other folds would only replace our build in turn.
            mayReplace = published == null || published.foldFingerprint().equals(folds.foldFingerprint());
            return Choice.RELEASE;
        }
        return published == null || mayReplace || isAbandoned(published) ? Choice.REBUILD : Choice.WAIT;
    }

    private boolean fits(@Nullable Build published) {
        // Read first, even if nothing is published: while the event store is down, nothing may be released.
        var bound = events.highWaterMark();
        var store = events.incarnation();
        return published != null
                && published.matches(store, folds.foldFingerprint(), bound)
                && published.isConsistentWith(events)
                && hasWhatWasCommitted(published);
    }

    /** False after the document store was restored from a backup, or lost its last writes. */
    private boolean hasWhatWasCommitted(Build build) {
        // Processors keep running, and record their position before they store their token; so read the token first.
        var token = positions.lowest(build.version()).orElse(0);
        return builds.current()
                .filter(now -> now.version().equals(build.version())) // else the next tick decides
                .map(now -> token <= Math.max(now.builtTo(), now.seenTo()))
                .orElse(true);
    }

    private boolean isAbandoned(Build build) {
        return nanos.getAsLong() - releasedAt > ABANDONED_AFTER.toNanos() && heartbeats.others(build.version()) == 0;
    }
}
