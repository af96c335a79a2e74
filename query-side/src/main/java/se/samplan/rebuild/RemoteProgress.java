package se.samplan.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.samplan.build.PendingBuild;

/** The progress of a build in another process, measured from the first checkpoint observed. */
final class RemoteProgress {

    private volatile @Nullable Observed observed;

    private record Observed(PendingBuild first, long since, PendingBuild now) {}

    void observe(PendingBuild pending) {
        var before = observed;
        observed = before != null && before.first.version().equals(pending.version())
                ? new Observed(before.first, before.since, pending)
                : new Observed(pending, System.nanoTime(), pending);
    }

    void clear() {
        observed = null;
    }

    /** Null if no other process is building. */
    @Nullable
    BuildProgress progress() {
        var build = observed;
        return build == null
                ? null
                : new BuildProgress(
                        build.now.done() - build.first.done(),
                        build.now.total() - build.first.done(),
                        Duration.ofNanos(System.nanoTime() - build.since));
    }
}
