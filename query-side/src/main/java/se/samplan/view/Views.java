package se.samplan.view;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samplan.access.AccessRefusal;
import se.samplan.document.CaseDocument;
import se.samplan.document.ViewJson;
import se.samplan.fold.Fold;
import se.samplan.follow.ActiveBuild;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.refusal.Rejected;

/** Reads the views of all cases. */
public final class Views {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SLICE = Duration.ofMillis(250);

    private final ActiveBuilds active;
    private final RebuildScheduler scheduler;
    private final ViewJson json;
    private final Freshness freshness;

    public Views(
            ActiveBuilds active,
            RebuildScheduler scheduler,
            ViewJson json,
            Freshness freshness,
            MeterRegistry metrics) {
        this.active = active;
        this.scheduler = scheduler;
        this.json = json;
        this.freshness = freshness;
        Gauge.builder("samplan.views.parked", active, Views::parkedCount)
                .description("Cases whose fold failed and which are set aside")
                .register(metrics);
    }

    /**
     * One case's view; null if nothing has happened in it.
     *
     * @throws Rejected {@code VIEWS_BEING_BUILT}, or {@code HISTORY_NOT_READABLE} where the case is parked
     */
    public <V> @Nullable V of(UUID caseId, Fold<V> fold) {
        var views = current();
        var id = CaseDocument.id(caseId, fold);
        Rejected.when(query(() -> views.parked().contains(id)), AccessRefusal.HISTORY_NOT_READABLE);
        var document = query(() -> views.documents().load(List.of(id)).get(id));
        return document == null
                ? null
                : CaseDocument.read(caseId, fold, document, json).view();
    }

    /**
     * Queries the documents of all views for lists and reports; each has {@code _id} and {@code rows}.
     *
     * @throws Rejected {@code VIEWS_BEING_BUILT}, {@code VIEWS_NOT_REACHABLE}
     */
    public <T> T ask(Function<MongoCollection<Document>, T> query) {
        var documents = current().documents().collection();
        return query(() -> query.apply(documents));
    }

    /** The case to which a document belongs. */
    public static UUID caseOf(Document document) {
        return CaseDocument.caseOf(document.getString("_id"));
    }

    /**
     * Waits until the views include the event at the position.
     *
     * @throws Rejected {@code VIEW_BEHIND} if they do not within 5 s, with the time up to which they are complete
     */
    public void await(long position) {
        await(position, TIMEOUT);
    }

    /** As {@link #await(long)}, with a timeout of its own. */
    public void await(long position, Duration timeout) {
        try {
            var deadline = System.nanoTime() + timeout.toNanos();
            while (!current().processor().reaches(position, SLICE)) {
                // In slices, since the build may be replaced meanwhile.
                if (System.nanoTime() >= deadline) {
                    throw new Rejected(ViewRefusal.VIEW_BEHIND, Map.of("shownUntil", shownUntil()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(ViewRefusal.VIEW_BEHIND);
        }
    }

    /** The time up to which they include everything recorded. */
    public Instant shownUntil() {
        return freshness.at(current().processor());
    }

    /** Whether they can be read. */
    public boolean ready() {
        return active.current() != null;
    }

    private static <T extends @Nullable Object> T query(Supplier<T> query) {
        try {
            return query.get();
        } catch (MongoException e) {
            LOG.error("the views could not be read: {}", e.getClass().getName());
            throw new Rejected(ViewRefusal.VIEWS_NOT_REACHABLE);
        }
    }

    /**
     * The build that readers see.
     *
     * @throws Rejected {@code VIEWS_BEING_BUILT}, {@code VIEWS_NOT_REACHABLE}
     */
    public ActiveBuild current() {
        var views = active.current();
        if (views == null) {
            var now = scheduler.progress();
            throw new Rejected(
                    ViewRefusal.VIEWS_BEING_BUILT,
                    Map.of(
                            "progress",
                            Map.of(
                                    "percent", now.percent(),
                                    "eventsPerSecond", now.eventsPerSecond(),
                                    "secondsLeft", now.secondsLeft())));
        }
        Rejected.when(active.isStale(), ViewRefusal.VIEWS_NOT_REACHABLE);
        return views;
    }

    private static double parkedCount(ActiveBuilds active) {
        var views = active.current();
        return views == null ? 0 : views.parked().count();
    }
}
