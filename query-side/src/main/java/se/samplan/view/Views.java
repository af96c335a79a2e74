package se.samplan.view;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.http.AccessRefusal;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;

/** The views of all cases: built from the events where they are missing, foreign or ahead, then followed. */
public final class Views implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final EventReader events;
    private final List<Fold<?>> folds;
    private final ViewJson json;
    private final Clock clock;
    private final JdbcTemplate tokens;
    private final FollowingFactory following;
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    private volatile @Nullable Current current;
    private volatile BuildProgress progress = new BuildProgress(0, 0, Duration.ZERO);
    private volatile @Nullable Thread starter;

    /** Makes the processor that follows into these views from this position on. */
    interface FollowingFactory {
        Following from(CaseViews views, Builds builds, long position);
    }

    private record Current(CaseDocuments documents, Parked parked, Following following) {}

    Views(
            MongoDatabase database,
            EventReader events,
            List<Fold<?>> folds,
            ViewJson json,
            Clock clock,
            JdbcTemplate tokens,
            FollowingFactory following,
            MeterRegistry metrics) {
        this.database = database;
        this.events = events;
        this.folds = List.copyOf(folds);
        this.json = json;
        this.clock = clock;
        this.tokens = tokens;
        this.following = following;
        Gauge.builder("samplan.views.parked", this, Views::parkedCount)
                .description("Cases whose fold failed and which are set aside")
                .register(metrics);
        Gauge.builder("samplan.views.position", this, Views::position)
                .description("The position up to which all views have come")
                .register(metrics);
    }

    /**
     * One case's view; absent if nothing has happened in it.
     *
     * @throws Rejected {@code VIEWS_BEING_BUILT}, or {@code HISTORY_NOT_READABLE} where the case is parked
     */
    public <V> @Nullable V of(UUID caseId, Fold<V> fold) {
        var views = current();
        var id = CaseDocument.id(caseId, fold);
        Rejected.when(views.parked().holds(id), AccessRefusal.HISTORY_NOT_READABLE);
        var document = asked(() -> views.documents().load(List.of(id)).get(id));
        return document == null
                ? null
                : CaseDocument.read(caseId, fold, document, json).view();
    }

    /**
     * What lists and reports ask of the documents of all views; each has {@code _id} and {@code rows}.
     *
     * @throws Rejected {@code VIEWS_BEING_BUILT}, {@code VIEWS_NOT_REACHABLE}
     */
    public <T> T ask(Function<MongoCollection<Document>, T> question) {
        var documents = current().documents().collection();
        return asked(() -> question.apply(documents));
    }

    /** The case that a document is of. */
    public static UUID caseOf(Document document) {
        var id = document.getString("_id");
        return UUID.fromString(id.substring(0, id.indexOf('/')));
    }

    /**
     * Waits until the views have taken what stands at the position.
     *
     * @throws Rejected {@code VIEW_BEHIND} if they have not within 5 s
     */
    public void await(long position) {
        try {
            Rejected.unless(current().following().reaches(position, PATIENCE), ViewRefusal.VIEW_BEHIND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(ViewRefusal.VIEW_BEHIND);
        }
    }

    /** Whether they can be read. */
    public boolean ready() {
        return current != null;
    }

    public BuildProgress progress() {
        return progress;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        starter = Thread.ofPlatform().daemon().name("views-start").start(this::startUntilDone);
    }

    @Override
    public void stop() {
        stopped.countDown();
        starter = null;
        var views = current;
        if (views != null) {
            views.following().stop();
            current = null;
        }
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            LOG.error("the views could not be read: {}", e.getClass().getName());
            throw new Rejected(ViewRefusal.VIEWS_NOT_REACHABLE);
        }
    }

    private Current current() {
        var views = current;
        if (views == null) {
            var now = progress;
            throw new Rejected(
                    ViewRefusal.VIEWS_BEING_BUILT,
                    Map.of(
                            "progress",
                            Map.of(
                                    "percent", now.percent(),
                                    "eventsPerSecond", now.eventsPerSecond(),
                                    "secondsLeft", now.secondsLeft())));
        }
        return views;
    }

    private void startUntilDone() {
        var builds = new Builds(database);
        while (!tried(builds)) {
            try {
                if (stopped.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Another process may be building, or a server may be down: then once more, later. */
    private boolean tried(Builds builds) {
        try {
            var bound = events.safeBound();
            var store = events.incarnation();
            var build = builds.current().filter(known -> known.isOf(store, made(), bound));
            if (build.isEmpty()) {
                if (!builds.lease(clock.instant())) {
                    return false;
                }
                build = java.util.Optional.of(build(builds, store, bound));
            }
            follow(builds, build.get());
            return true;
        } catch (RuntimeException e) {
            LOG.error("the views could not be started: {}", e.getClass().getName());
            LOG.debug("the views could not be started", e);
            return false;
        }
    }

    private Builds.Build build(Builds builds, UUID store, long bound) {
        var version = UUID.randomUUID().toString().substring(0, 8);
        var documents = new CaseDocuments(builds.cases(version));
        var parked = new Parked(builds.parked(version));
        new Rebuild(folds, events, json, clock, documents, parked, now -> {
                    progress = now;
                    builds.lease(clock.instant());
                })
                .upTo(bound);
        // Gone before the build is published: whoever follows it begins at its bound.
        tokens.update("delete from samplan.token_entry where processor_name = ?", Following.NAME);
        var build = new Builds.Build(store, made(), version, bound, bound);
        builds.publish(build);
        builds.release();
        return build;
    }

    private void follow(Builds builds, Builds.Build build) {
        var documents = new CaseDocuments(builds.cases(build.version()));
        var parked = new Parked(builds.parked(build.version()));
        var views = new CaseViews(folds, documents, parked, events, json);
        var processor = following.from(views, builds, build.builtTo());
        processor.start();
        current = new Current(documents, parked, processor);
    }

    private String made() {
        return folds.stream()
                .map(fold -> fold.name() + ":" + fold.revision())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private double parkedCount() {
        var views = current;
        return views == null ? 0 : views.parked().count();
    }

    private double position() {
        var views = current;
        return views == null ? 0 : views.following().reached();
    }
}
