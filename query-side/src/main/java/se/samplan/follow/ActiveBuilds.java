package se.samplan.follow;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.document.CaseDocuments;
import se.samplan.document.Folds;
import se.samplan.document.ParkedCases;
import se.samplan.store.EventReader;

/** The build that is followed and read here, and the one that is to take its place once it has come as far. */
public final class ActiveBuilds {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveBuilds.class);

    private final BuildCatalogue builds;
    private final EventReader events;
    private final Folds folds;
    private final FollowingFactory factory;

    private volatile @Nullable Current current;
    private @Nullable Current next;

    /** Makes the processor that follows into these views. */
    public interface FollowingFactory {
        ViewProcessor from(ViewUpdater views, Build build);
    }

    /** What is followed now. */
    public record Current(Build build, CaseDocuments documents, ParkedCases parked, ViewProcessor following) {}

    public ActiveBuilds(BuildCatalogue builds, EventReader events, Folds folds, FollowingFactory factory) {
        this.builds = builds;
        this.events = events;
        this.folds = folds;
        this.factory = factory;
    }

    /** Null while there is none. */
    @Nullable
    public Current current() {
        return current;
    }

    /** The versions of what is followed: one, or two while one takes the other's place. */
    public List<String> versions() {
        return Stream.of(current, next)
                .filter(Objects::nonNull)
                .map(each -> each.build().version())
                .toList();
    }

    /** Whether the latest that is followed is of this build. */
    public boolean has(@Nullable Build build) {
        var latest = next == null ? current : next;
        return build != null && latest != null && latest.build().version().equals(build.version());
    }

    /** Follows it, beside what is followed already until it has come as far. */
    public void follow(Build build) {
        var documents = builds.documents(build.version());
        var parked = builds.parked(build.version());
        var views = new ViewUpdater(folds, documents, parked, events);
        views.repair();
        var processor = factory.from(views, build);
        processor.start();
        stop(next);
        next = new Current(build, documents, parked, processor);
    }

    /** Readers never see less than before. */
    public void changeOver() {
        var before = current;
        var after = next;
        if (after != null
                && (before == null
                        || after.following().reached() >= before.following().reached())) {
            current = after;
            next = null;
            stop(before);
        }
    }

    /** Both stores answer again by now: whoever failed meanwhile need not wait as long as it has failed. */
    public void repair() {
        var views = current;
        if (views != null && views.following().hasFailed()) {
            current = followedAnew(views);
        }
        var later = next;
        if (later != null && later.following().hasFailed()) {
            next = followedAnew(later);
        }
    }

    /**
     * Sees to it that each process follows its share.
     *
     * @return whether another look should be soon
     */
    public boolean share() {
        var unsettled = false;
        for (var each : Arrays.asList(current, next)) {
            unsettled |= each != null && each.following().share();
        }
        return unsettled;
    }

    private Current followedAnew(Current views) {
        events.highWaterMark();
        LOG.info("following the events anew");
        views.following().stop();
        var fresh = factory.from(new ViewUpdater(folds, views.documents(), views.parked(), events), views.build());
        fresh.start();
        return new Current(views.build(), views.documents(), views.parked(), fresh);
    }

    public void release() {
        stop(next);
        stop(current);
        next = null;
        current = null;
    }

    private static void stop(@Nullable Current views) {
        if (views != null) {
            views.following().stop();
        }
    }
}
