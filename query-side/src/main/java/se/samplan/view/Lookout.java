package se.samplan.view;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.store.EventReader;

/**
 * Sees to it that the views which readers are to see are followed here: changes over to what replaces them once that has
 * come as far, and has them made where there is nothing of this store and these folds.
 */
final class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /** After so many looks every process has let go of what was before, or refuses to show it. */
    private static final int LOOKS_TO_LET_GO = 30;

    /** What was seen to be current so long ago may have been replaced and thrown away. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(15);

    /** So often it is noted how much is shown, for when the events cannot be asked. */
    private static final int LOOKS_TO_REMEMBER = 30;

    /** A program that gave no sign for so long after it had replaced these views is not there any more. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final Builds builds;
    private final Presence presence;
    private final Maker maker;
    private final ShownUntil shownUntil;
    private final EventReader events;
    private final Folds folds;
    private final Places places;
    private final FollowingFactory following;

    private volatile @Nullable Current current;
    private volatile long lookedAt = System.nanoTime();
    private @Nullable Current next;
    private boolean stopped;
    private boolean mayReplace = true;
    private boolean forgotten;
    private long letGoAt = System.nanoTime();
    private int looks;

    /** Makes the processor that follows into these views. */
    interface FollowingFactory {
        Following from(CaseViews views, Build build);
    }

    /** What is followed now. */
    record Current(Build build, CaseDocuments documents, Parked parked, Following following) {}

    Lookout(
            Builds builds,
            Presence presence,
            Maker maker,
            ShownUntil shownUntil,
            EventReader events,
            Folds folds,
            Places places,
            FollowingFactory following) {
        this.builds = builds;
        this.presence = presence;
        this.maker = maker;
        this.shownUntil = shownUntil;
        this.events = events;
        this.folds = folds;
        this.places = places;
        this.following = following;
    }

    /** Null until they are built. */
    @Nullable
    Current current() {
        return current;
    }

    /** Whether nobody has looked for so long that what is followed here may be gone: this process stood still. */
    boolean isBlind() {
        return System.nanoTime() - lookedAt > TRUSTED_FOR.toNanos();
    }

    /** From here on looks do something, as after a start. */
    synchronized void begin() {
        stopped = false;
        mayReplace = true;
    }

    /** Lets go of everything. */
    synchronized void end() {
        stopped = true;
        maker.stop();
        letGo();
        leave();
    }

    private void leave() {
        try {
            presence.leave();
        } catch (MongoException e) {
            LOG.debug("the others will find out that this process is gone", e);
        }
    }

    /** Looks once; whatever fails is tried again at the next look. */
    synchronized void look() {
        if (stopped) {
            return; // meanwhile
        }
        presence.sign(Stream.of(current, next)
                .filter(Objects::nonNull)
                .map(each -> each.build().version())
                .toList());
        var published = builds.current().orElse(null);
        if (published == null || !isFollowed(published)) {
            changeTo(published);
        }
        lookedAt = System.nanoTime();
        changeOver();
        maker.goOn(current == null);
        mend();
        looks++;
        forget();
        var views = current;
        if (views != null && looks % LOOKS_TO_REMEMBER == 1) {
            shownUntil.look(views.following());
        }
    }

    private boolean isFollowed(Build build) {
        var latest = next == null ? current : next;
        return latest != null && latest.build().version().equals(build.version());
    }

    private void changeTo(@Nullable Build published) {
        // What is there comes first: if it is further than the bound, that was in another past of the store.
        var bound = events.safeBound();
        var store = events.incarnation();
        if (published != null && published.isOf(store, folds.made(), bound) && hasWhatWasTaken(published)) {
            follow(published);
        } else if (current != null || next != null) {
            LOG.warn("the views that were followed are gone, or replaced by those of another program");
            letGo();
            letGoAt = System.nanoTime();
            // A program with other folds would only replace them again.
            mayReplace = published == null || published.made().equals(folds.made());
        } else if (published == null || mayReplace || isLeft(published)) {
            maker.begin(published, null, null);
        }
    }

    /** A document store that was restored from before, or lost its last writes, does not. */
    private boolean hasWhatWasTaken(Build build) {
        return places.lowest(build.version()).orElse(0) <= Math.max(build.builtTo(), build.seenTo());
    }

    /** Whether the other program that published it is gone again. */
    private boolean isLeft(Build build) {
        return System.nanoTime() - letGoAt > GIVEN_UP_AFTER.toNanos() && presence.others(build.version()) == 0;
    }

    private void follow(Build build) {
        var documents = builds.documents(build.version());
        var parked = builds.parked(build.version());
        var views = new CaseViews(folds, documents, parked, events);
        views.mend();
        var processor = following.from(views, build);
        processor.start();
        stop(next);
        next = new Current(build, documents, parked, processor);
        looks = 0;
        forgotten = false;
    }

    /** Readers never see less than before. */
    private void changeOver() {
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
    private void mend() {
        var views = current;
        if (views != null && views.following().isTroubled()) {
            current = followedAnew(views);
        }
        var later = next;
        if (later != null && later.following().isTroubled()) {
            next = followedAnew(later);
        }
    }

    private Current followedAnew(Current views) {
        events.safeBound();
        LOG.info("following the events anew");
        views.following().stop();
        var fresh = following.from(new CaseViews(folds, views.documents(), views.parked(), events), views.build());
        fresh.start();
        return new Current(views.build(), views.documents(), views.parked(), fresh);
    }

    private void letGo() {
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

    private void forget() {
        var views = current;
        if (!forgotten && views != null && next == null && looks >= LOOKS_TO_LET_GO) {
            builds.dropOthers();
            places.keepOnly(views.build().version(), builds);
            forgotten = true;
        }
    }
}
