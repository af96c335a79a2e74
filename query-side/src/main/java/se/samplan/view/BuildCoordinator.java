package se.samplan.view;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.Heartbeats;
import se.samplan.document.Folds;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.follow.TokenPositions;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.store.EventReader;

/**
 * Sees to it that the views which readers are to see are followed here: changes over to what replaces them once that has
 * come as far, and has them made where there is nothing of this store and these folds.
 */
final class BuildCoordinator {

    private static final Logger LOG = LoggerFactory.getLogger(BuildCoordinator.class);

    /** After so long every process has let go of what was before, or refuses to show it. */
    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(30);

    /** Views of few events are there after so many looks. */
    private static final int LOOKS_AT_FIRST = 40;

    /** What was seen to be current so long ago may have been replaced and thrown away. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(15);

    /** So often it is noted how much is shown, for when the events cannot be asked. */
    private static final int LOOKS_TO_REMEMBER = 30;

    /** A program that gave no sign for so long after it had replaced these views is not there any more. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final BuildCatalogue builds;
    private final Heartbeats heartbeats;
    private final RebuildScheduler maker;
    private final Freshness shownUntil;
    private final EventReader events;
    private final Folds folds;
    private final TokenPositions places;
    private final ActiveBuilds followed;
    private final LongSupplier nanos;

    private volatile long lookedAt;
    private boolean stopped;
    private boolean mayReplace = true;
    private boolean forgotten;
    private volatile boolean unsettled;
    private long letGoAt;
    private long followedAt;
    private int looks;

    BuildCoordinator(
            BuildCatalogue builds,
            Heartbeats heartbeats,
            RebuildScheduler maker,
            Freshness shownUntil,
            EventReader events,
            Folds folds,
            TokenPositions places,
            ActiveBuilds followed,
            LongSupplier nanos) {
        this.builds = builds;
        this.heartbeats = heartbeats;
        this.maker = maker;
        this.shownUntil = shownUntil;
        this.events = events;
        this.folds = folds;
        this.places = places;
        this.followed = followed;
        this.nanos = nanos;
        lookedAt = nanos.getAsLong();
        letGoAt = lookedAt;
        followedAt = lookedAt;
    }

    /** Null until they are built. */
    ActiveBuilds.@Nullable Current current() {
        return followed.current();
    }

    /** Whether nobody has looked for so long that what is followed here may be gone: this process stood still. */
    boolean isStale() {
        return nanos.getAsLong() - lookedAt > TRUSTED_FOR.toNanos();
    }

    /** Whether readers wait for the first views, so that the next look should not be long in coming. */
    boolean isAwaited() {
        return followed.current() == null && (looks < LOOKS_AT_FIRST || maker.isWorking());
    }

    /** Whether processes are about to share anew what they follow: what one lets go of, readers wait for. */
    boolean needsRebalance() {
        return unsettled;
    }

    /** From here on looks do something, as after a start. */
    synchronized void begin() {
        stopped = false;
        mayReplace = true;
        looks = 0;
    }

    /** Lets go of everything. */
    synchronized void end() {
        stopped = true;
        maker.stop();
        followed.release();
        leave();
    }

    private void leave() {
        try {
            heartbeats.leave();
        } catch (MongoException e) {
            LOG.debug("the others will find out that this process is gone", e);
        }
    }

    /** Looks once; whatever fails is tried again at the next look. */
    synchronized void look() {
        if (stopped) {
            return; // meanwhile
        }
        heartbeats.sign(followed.versions());
        var published = builds.current().orElse(null);
        if (!followed.has(published) && !(current() == null && maker.isWorking())) {
            changeTo(published);
        }
        lookedAt = nanos.getAsLong();
        followed.changeOver();
        maker.resume(current() == null);
        followed.repair();
        unsettled = followed.share();
        looks++;
        forget();
        var views = current();
        if (views != null && looks % LOOKS_TO_REMEMBER == 1) {
            shownUntil.look(views.following());
        }
    }

    private void changeTo(@Nullable Build published) {
        // What is there comes first: if it is further than the bound, that was in another past of the store.
        var bound = events.highWaterMark();
        var store = events.incarnation();
        if (published != null
                && published.isOf(store, folds.foldFingerprint(), bound)
                && published.isOfThePastOf(events)
                && hasWhatWasTaken(published)) {
            followed.follow(published);
            followedAt = nanos.getAsLong();
            looks = 0;
            forgotten = false;
        } else if (!followed.versions().isEmpty()) {
            LOG.warn("the views that were followed are gone, or replaced by those of another program");
            followed.release();
            letGoAt = nanos.getAsLong();
            // A program with other folds would only replace them again.
            mayReplace = published == null || published.foldFingerprint().equals(folds.foldFingerprint());
        } else if (published == null || mayReplace || isLeft(published)) {
            maker.begin(published, null, null);
        }
    }

    /** A document store that was restored from before, or lost its last writes, does not. */
    private boolean hasWhatWasTaken(Build build) {
        // Others go on meanwhile: they note how far they came before they store their place, so that is read after.
        var place = places.lowest(build.version()).orElse(0);
        return builds.current()
                .filter(now -> now.version().equals(build.version())) // else the next look will see to it
                .map(now -> place <= Math.max(now.builtTo(), now.seenTo()))
                .orElse(true);
    }

    /** Whether the other program that published it is gone again. */
    private boolean isLeft(Build build) {
        return nanos.getAsLong() - letGoAt > GIVEN_UP_AFTER.toNanos() && heartbeats.others(build.version()) == 0;
    }

    private void forget() {
        var views = current();
        if (!forgotten
                && views != null
                && followed.versions().size() == 1
                && nanos.getAsLong() - followedAt >= LET_GO_WITHIN.toNanos()) {
            builds.dropOthers();
            places.keepOnly(views.build().version(), builds);
            forgotten = true;
        }
    }
}
