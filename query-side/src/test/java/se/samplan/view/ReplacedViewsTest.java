package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.document.CaseChunks;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.fold.Fold;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.follow.TokenPositions;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.rebuild.BuildWriter;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;

/** What is followed when the views that were are gone, or others take their place. */
@QueryTest
class ReplacedViewsTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private EventReader events;

    @Autowired
    private List<Fold<?>> folds;

    @Autowired
    private ViewJson json;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private RebuildScheduler scheduler;

    @Autowired
    private Freshness freshness;

    @Autowired
    @Qualifier("tokenDataSource")
    private DataSource tokenDataSource;

    private ViewContents shown;

    @BeforeEach
    void ready() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        shown = new ViewContents(views, events);
    }

    @Test
    void views_that_are_gone_are_built_anew_at_the_start_and_followed_on() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 300)));
        var before = shown.contents();
        lifecycle.stop();
        assertThatThrownBy(() -> views.of(someone.caseId().value(), new CaseStateFold()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(ViewRefusal.VIEWS_BEING_BUILT);
                    assertThat(rejected.details()).containsKey("progress");
                });
        database.drop();
        lifecycle.start();
        world.ready();
        var after = shown.contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, document) -> assertThat(after.get(id)).isEqualTo(document));
        world.seen(world.happened(someone, StoryEvents.enrolled(MARCH)));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_another_process_replaces_are_let_go_and_its_are_followed() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 301)));
        var builds = new BuildCatalogue(database);
        var ours = builds.current().orElseThrow();
        var theirs = anew(builds, ours.incarnation(), ours.foldFingerprint());

        assertThat(builds.publish(theirs, ours.version())).isTrue();

        await().until(() -> views.ready() && views.current().build().version().equals(theirs.version()));
        world.seen(world.happened(someone, StoryEvents.enrolled(MARCH)));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_a_program_with_other_folds_replaces_are_not_built_against_it() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 302)));
        var builds = new BuildCatalogue(database);
        var ours = builds.current().orElseThrow();
        var theirs = anew(builds, ours.incarnation(), "folds:of-tomorrow");

        assertThat(builds.publish(theirs, ours.version())).isTrue();

        await().until(() -> !views.ready());
        await().during(Duration.ofSeconds(3))
                .until(() -> builds.current().filter(theirs::equals).isPresent());
        assertThat(builds.publish(ours, theirs.version())).isTrue();
        world.ready();
        world.seen(world.happened(someone, StoryEvents.enrolled(MARCH)));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_of_a_document_store_that_went_back_are_built_anew_at_the_start() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 305)));
        var builds = new BuildCatalogue(database);
        var ours = builds.current().orElseThrow();
        lifecycle.stop();
        var before = new Build(ours.incarnation(), ours.foldFingerprint(), ours.version(), 0, 0, null);
        assertThat(builds.publish(before, ours.version())).isTrue();

        lifecycle.start();

        world.ready();
        assertThat(views.current().build().version()).isNotEqualTo(ours.version());
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_another_process_follows_on_while_somebody_looks_are_not_taken_for_lost() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 306)));
        var builds = new BuildCatalogue(database);
        var before = builds.current().orElseThrow();
        lifecycle.stop();
        var position = world.happened(someone, StoryEvents.enrolled(MARCH));
        var takenMeanwhile = new JdbcTemplate(tokenDataSource) {
            @Override
            public <T> T queryForObject(String sql, Class<T> type, @Nullable Object @Nullable ... arguments) {
                builds.recordPosition(before, Objects.requireNonNull(EventFingerprint.lastUpTo(position, events)));
                return type.cast(position);
            }
        };
        var folds = new Folds(this.folds, json);
        LongSupplier nanos = System::nanoTime;
        var active = new ActiveBuilds(
                builds,
                events,
                folds,
                (build, views) -> {
                    throw new Follows(build.version());
                },
                nanos);
        var positions = new TokenPositions(takenMeanwhile);
        var heartbeats = builds.heartbeats(nanos);
        var coordinator = new BuildCoordinator(
                builds,
                new BuildSelector(builds, events, folds, positions, heartbeats, nanos),
                active,
                scheduler,
                new BuildCleanup(builds, positions, active, nanos),
                heartbeats,
                freshness);

        assertThatThrownBy(coordinator::tick).isInstanceOf(Follows.class).hasMessage(before.version());

        lifecycle.start();
        world.ready();
        assertThat(views.current().build().version()).isEqualTo(before.version());
    }

    private static final class Follows extends RuntimeException {

        Follows(String version) {
            super(version);
        }
    }

    @Test
    void what_another_program_parked_is_folded_at_the_start() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 303)));
        var builds = new BuildCatalogue(database);
        var fold = new CaseStateFold();
        builds.parked(builds.current().orElseThrow().version())
                .park(someone.caseId().value(), fold, 3, new IllegalStateException());
        assertThatThrownBy(() -> views.of(someone.caseId().value(), fold)).isInstanceOf(Rejected.class);

        lifecycle.stop();
        lifecycle.start();

        world.ready();
        shown.isTheFoldOfItsStream(someone, fold);
    }

    /** Another build of what there is. */
    private Build anew(BuildCatalogue builds, UUID store, String made) {
        var bound = events.highWaterMark();
        var build = new Build(store, made, UUID.randomUUID().toString().substring(0, 8), bound, bound, null);
        var documents = builds.documents(build.version());
        var rebuild = new BuildWriter(new Folds(folds, json), documents, builds.parked(build.version()), null);
        CaseChunks.read(events, null, bound, rebuild::write);
        return build;
    }
}
