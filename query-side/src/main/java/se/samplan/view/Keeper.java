package se.samplan.view;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.samplan.store.EventReader;

/**
 * Keeps the views of all cases current: looks each second for what readers are to see, follows it, changes over to what
 * replaces it once that has come as far, and has it made where there is nothing of this store and these folds.
 */
final class Keeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** After so many looks every process has let go of what was before. */
    private static final int LOOKS_TO_LET_GO = 10;

    /** So often it is noted how much is shown, for when the events cannot be asked. */
    private static final int LOOKS_TO_REMEMBER = 30;

    /** Stops after the web server, whose last requests read, and before the event store. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2560;

    private final Builds builds;
    private final Presence presence;
    private final Maker maker;
    private final ShownUntil shownUntil;
    private final EventReader events;
    private final Folds folds;
    private final FollowingFactory following;

    private volatile @Nullable Current current;
    private volatile @Nullable Thread thread;
    private @Nullable Current next;
    private boolean mayReplace = true;
    private int looks;

    /** Makes the processor that follows into these views. */
    interface FollowingFactory {
        Following from(CaseViews views, Builds.Build build);
    }

    /** What is followed now. */
    record Current(Builds.Build build, CaseDocuments documents, Parked parked, Following following) {}

    Keeper(
            Builds builds,
            Presence presence,
            Maker maker,
            ShownUntil shownUntil,
            EventReader events,
            Folds folds,
            FollowingFactory following) {
        this.builds = builds;
        this.presence = presence;
        this.maker = maker;
        this.shownUntil = shownUntil;
        this.events = events;
        this.folds = folds;
        this.following = following;
    }

    /** Null until they are built. */
    @Nullable
    Current current() {
        return current;
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().daemon().name("views-keeper").unstarted(this::keep);
        thread = starting; // before it runs, or it would find itself stopped
        starting.start();
    }

    @Override
    public void stop() {
        var stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
        maker.stop();
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
        mayReplace = true;
        while (thread == Thread.currentThread()) {
            try {
                look();
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

    private synchronized void look() {
        if (thread != Thread.currentThread()) {
            return; // stopped meanwhile
        }
        presence.sign();
        var published = builds.current().orElse(null);
        if (published == null || !isFollowed(published)) {
            changeTo(published);
        }
        changeOver();
        maker.goOn(published, current == null);
        mend();
        looks++;
        if (looks == LOOKS_TO_LET_GO) {
            forget();
        }
        var views = current;
        if (views != null && looks % LOOKS_TO_REMEMBER == 1) {
            shownUntil.look(views.following());
        }
    }

    private boolean isFollowed(Builds.Build build) {
        var latest = next == null ? current : next;
        return latest != null && latest.build().version().equals(build.version());
    }

    private void changeTo(Builds.@Nullable Build published) {
        // What is there comes first: if it is further than the bound, that was in another past of the store.
        var bound = events.safeBound();
        var store = events.incarnation();
        if (published != null && published.isOf(store, folds.made(), bound)) {
            follow(published);
        } else if (current != null) {
            LOG.warn("the views that were followed are gone, or replaced by those of another program");
            letGo();
            // A program with other folds would only replace them again.
            mayReplace = published == null;
        } else if (published == null || mayReplace) {
            maker.begin(published, null, null);
        }
    }

    private void follow(Builds.Build build) {
        var documents = builds.documents(build.version());
        var parked = builds.parked(build.version());
        var views = new CaseViews(folds, documents, parked, events);
        views.mend();
        var processor = following.from(views, build);
        processor.start();
        stop(next);
        next = new Current(build, documents, parked, processor);
        looks = 0;
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
            events.safeBound();
            LOG.info("following the events anew");
            var fresh = following.from(new CaseViews(folds, views.documents(), views.parked(), events), views.build());
            views.following().stop();
            fresh.start();
            current = new Current(views.build(), views.documents(), views.parked(), fresh);
        }
    }

    private synchronized void letGo() {
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
        builds.dropOthers();
        var views = current;
        if (views != null) {
            views.following().forgetOthers(builds);
        }
    }
}
