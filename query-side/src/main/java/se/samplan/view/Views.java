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
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.refusal.Rejected;

/** The views of all cases, as readers ask for them. */
public final class Views {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final BuildCoordinator lookout;
    private final RebuildScheduler maker;
    private final ViewJson json;
    private final Freshness shownUntil;

    public Views(
            BuildCoordinator lookout,
            RebuildScheduler maker,
            ViewJson json,
            Freshness shownUntil,
            MeterRegistry metrics) {
        this.lookout = lookout;
        this.maker = maker;
        this.json = json;
        this.shownUntil = shownUntil;
        Gauge.builder("samplan.views.parked", lookout, Views::parkedCount)
                .description("Cases whose fold failed and which are set aside")
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
        Rejected.when(asked(() -> views.parked().holds(id)), AccessRefusal.HISTORY_NOT_READABLE);
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
        return CaseDocument.caseOf(document.getString("_id"));
    }

    /**
     * Waits until the views have taken what stands at the position.
     *
     * @throws Rejected {@code VIEW_BEHIND} if they have not within 5 s; it says up to when they have all
     */
    public void await(long position) {
        await(position, PATIENCE);
    }

    /** As {@link #await(long)}, for as long as is said. */
    public void await(long position, Duration patience) {
        try {
            var deadline = System.nanoTime() + patience.toNanos();
            while (!current().following().reaches(position, AT_ONCE)) {
                // By slices, since what is followed may be replaced meanwhile.
                if (System.nanoTime() >= deadline) {
                    throw new Rejected(ViewRefusal.VIEW_BEHIND, Map.of("shownUntil", shownUntil()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Rejected(ViewRefusal.VIEW_BEHIND);
        }
    }

    /** Up to when they have all that was recorded. */
    public Instant shownUntil() {
        return shownUntil.look(current().following());
    }

    /** Whether they can be read. */
    public boolean ready() {
        return lookout.current() != null;
    }

    private static <T extends @Nullable Object> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            LOG.error("the views could not be read: {}", e.getClass().getName());
            throw new Rejected(ViewRefusal.VIEWS_NOT_REACHABLE);
        }
    }

    public ActiveBuilds.Current current() {
        var views = lookout.current();
        if (views == null) {
            var now = maker.progress();
            throw new Rejected(
                    ViewRefusal.VIEWS_BEING_BUILT,
                    Map.of(
                            "progress",
                            Map.of(
                                    "percent", now.percent(),
                                    "eventsPerSecond", now.eventsPerSecond(),
                                    "secondsLeft", now.secondsLeft())));
        }
        Rejected.when(lookout.isStale(), ViewRefusal.VIEWS_NOT_REACHABLE);
        return views;
    }

    private static double parkedCount(BuildCoordinator lookout) {
        var views = lookout.current();
        return views == null ? 0 : views.parked().count();
    }
}
