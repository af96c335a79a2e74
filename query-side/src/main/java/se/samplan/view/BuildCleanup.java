package se.samplan.view;

import java.time.Duration;
import java.util.function.LongSupplier;
import se.samplan.build.BuildCatalogue;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.TokenPositions;

/** Drops the leftovers of earlier builds, once no process can serve them any more. */
final class BuildCleanup {

    /** After this long every process has released the previous build, or refuses to serve it. */
    private static final Duration DELAY = Duration.ofSeconds(30);

    private final BuildCatalogue builds;
    private final TokenPositions positions;
    private final ActiveBuilds active;
    private final LongSupplier nanos;

    private boolean done;
    private long followedAt;

    BuildCleanup(BuildCatalogue builds, TokenPositions positions, ActiveBuilds active, LongSupplier nanos) {
        this.builds = builds;
        this.positions = positions;
        this.active = active;
        this.nanos = nanos;
        followedAt = nanos.getAsLong();
    }

    /** Schedules a clean-up, since this process now follows a newer build. */
    void schedule() {
        done = false;
        followedAt = nanos.getAsLong();
    }

    void runIfDue() {
        var current = active.current();
        if (!done
                && current != null
                && active.versions().size() == 1
                && nanos.getAsLong() - followedAt >= DELAY.toNanos()) {
            builds.dropUnused();
            positions.deleteAllBut(current.build().version(), builds);
            done = true;
        }
    }
}
