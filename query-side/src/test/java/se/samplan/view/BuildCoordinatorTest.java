package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.PendingBuild;
import se.samplan.document.Folds;
import se.samplan.document.TestMongo;
import se.samplan.document.ViewJson;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.EventFeed;
import se.samplan.follow.Freshness;
import se.samplan.follow.SegmentQuota;
import se.samplan.follow.TokenPositions;
import se.samplan.follow.ViewProcessor;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.operation.Operations;
import se.samplan.rebuild.RebuildJob;
import se.samplan.rebuild.RebuildScheduler;
import se.samplan.refusal.Rejected;
import se.samplan.store.EventReader;

/** What a process sees when it looks, by a time that stands: its trust in what it saw, and its patience with others. */
@QueryTest
class BuildCoordinatorTest {

    private static final String OF_TOMORROW = "folds:of-tomorrow";

    @Autowired
    private QueryWorld world;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

    @Autowired
    private Operations operations;

    @Autowired
    private Freshness freshness;

    @Autowired
    private ViewJson json;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private TokenStore tokenStore;

    @Autowired
    @Qualifier("followerDataSource")
    private DataSource followerDataSource;

    private final TestMongo mongo = new TestMongo();
    private final BuildCatalogue builds = new BuildCatalogue(mongo.database());
    private final AtomicLong now = new AtomicLong();

    private RebuildScheduler scheduler;
    private ActiveBuilds active;
    private BuildCoordinator coordinator;

    @BeforeEach
    void alone() {
        world.ready();
        lifecycle.stop(); // places of builds that nobody follows here are given up
        var lease = builds.lease(now::get);
        scheduler = new RebuildScheduler(
                builds, lease, new RebuildJob(builds, lease, folds, events, operations), events, folds);
        var positions = new TokenPositions(new JdbcTemplate(followerDataSource));
        var feed = new EventFeed(
                eventStore,
                tokenStore,
                new SpringTransactionManager(new JdbcTransactionManager(followerDataSource)),
                positions);
        active = new ActiveBuilds(
                builds,
                events,
                folds,
                (build, views) ->
                        new ViewProcessor(build, views, builds, feed, new SegmentQuota(2, () -> 1, System::nanoTime)),
                now::get);
        var heartbeats = builds.heartbeats(now::get);
        coordinator = new BuildCoordinator(
                builds,
                new BuildSelector(builds, events, folds, positions, heartbeats, now::get),
                active,
                scheduler,
                new BuildCleanup(builds, positions, active, now::get),
                heartbeats,
                freshness);
    }

    @AfterEach
    void asBefore() {
        coordinator.stop();
        mongo.close();
        lifecycle.start();
        world.ready();
    }

    @Test
    void who_has_not_looked_for_more_than_fifteen_seconds_shows_nothing() {
        follow();
        var views = new Views(active, scheduler, json, freshness, new SimpleMeterRegistry());

        pass(Duration.ofSeconds(15));
        assertThat(views.current()).isSameAs(active.current());
        pass(Duration.ofNanos(1));
        assertThatThrownBy(views::current)
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(ViewRefusal.VIEWS_NOT_REACHABLE));

        coordinator.tick();
        assertThat(views.current()).isSameAs(active.current());
    }

    @Test
    void what_was_before_is_thrown_away_only_when_nobody_can_show_it_any_more() {
        follow();
        mongo.database().createCollection("cases_before");

        pass(Duration.ofSeconds(30).minusNanos(1));
        coordinator.tick();
        assertThat(collections()).contains("cases_before");

        pass(Duration.ofNanos(1));
        coordinator.tick();
        assertThat(collections()).doesNotContain("cases_before").contains("cases_" + published());
    }

    @Test
    void a_program_that_replaced_the_views_and_is_gone_is_waited_for_thirty_seconds() {
        follow();
        replacedByAnotherProgram();
        coordinator.tick();
        assertThat(active.current()).as("let go").isNull();

        pass(Duration.ofSeconds(30));
        coordinator.tick();
        assertThat(builds.pending()).isEmpty();

        pass(Duration.ofNanos(1));
        coordinator.tick();
        await().until(() -> {
            coordinator.tick();
            return active.current() != null;
        });
    }

    @Test
    void a_program_that_replaced_the_views_is_not_built_against_while_it_gives_signs_of_life() {
        follow();
        var theirs = replacedByAnotherProgram();
        var another = new BuildCatalogue(mongo.database()).heartbeats(now::get);
        coordinator.tick();

        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(3));
            another.send(List.of(theirs));
            coordinator.tick();
            assertThat(builds.pending()).isEmpty();
        }

        pass(Heartbeats.TIMEOUT);
        coordinator.tick();
        assertThat(builds.pending()).isPresent();
    }

    @Test
    void what_was_published_by_one_that_was_then_interrupted_is_finished_and_not_made_again() {
        follow();
        var published = published();
        assertThat(builds.begin(pending(published, null))).isTrue();

        scheduler.resume(false);

        assertThat(builds.pending()).isEmpty();
        assertThat(scheduler.isWorking()).isFalse();
        assertThat(published()).isEqualTo(published);
    }

    @Test
    void what_was_to_replace_something_that_was_replaced_meanwhile_is_given_up() {
        follow();
        var published = published();
        assertThat(builds.begin(pending("late", "of-yesterday"))).isTrue();

        scheduler.resume(false);

        assertThat(builds.pending()).isEmpty();
        assertThat(scheduler.isWorking()).isFalse();
        assertThat(published()).isEqualTo(published);
    }

    private void follow() {
        coordinator.start();
        await().until(() -> {
            coordinator.tick();
            return active.current() != null;
        });
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private String published() {
        return builds.current().orElseThrow().version();
    }

    private List<String> collections() {
        return mongo.database().listCollectionNames().into(new ArrayList<>());
    }

    private String replacedByAnotherProgram() {
        var bound = events.highWaterMark();
        var theirs = new Build(events.incarnation(), OF_TOMORROW, "theirs", bound, bound, null);
        assertThat(builds.publish(theirs, published())).isTrue();
        return theirs.version();
    }

    private PendingBuild pending(String version, @Nullable String replaces) {
        return new PendingBuild(
                events.incarnation(),
                folds.foldFingerprint(),
                version,
                replaces,
                null,
                null,
                events.highWaterMark(),
                null,
                0,
                0,
                null);
    }
}
