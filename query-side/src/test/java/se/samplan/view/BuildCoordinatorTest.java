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
import se.samplan.build.Heartbeats;
import se.samplan.build.PendingBuild;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.follow.ActiveBuilds;
import se.samplan.follow.Freshness;
import se.samplan.follow.TokenPositions;
import se.samplan.follow.ViewProcessor;
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
    private ViewLifecycle keeper;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

    @Autowired
    private Operations operations;

    @Autowired
    private Freshness shownUntil;

    @Autowired
    private ViewJson json;

    @Autowired
    private EventStore eventStore;

    @Autowired
    private TokenStore tokenStore;

    @Autowired
    @Qualifier("followerDataSource")
    private DataSource followerDataSource;

    private final ContractMongo mongo = new ContractMongo();
    private final BuildCatalogue builds = new BuildCatalogue(mongo.database());
    private final AtomicLong now = new AtomicLong();

    private RebuildScheduler maker;
    private BuildCoordinator lookout;

    @BeforeEach
    void alone() {
        world.ready();
        keeper.stop(); // places of builds that nobody follows here are given up
        var lease = builds.lease(now::get);
        maker = new RebuildScheduler(
                builds, lease, new RebuildJob(builds, lease, folds, events, operations), events, folds);
        var places = new TokenPositions(new JdbcTemplate(followerDataSource));
        var transactions = new SpringTransactionManager(new JdbcTransactionManager(followerDataSource));
        var followed = new ActiveBuilds(
                builds,
                events,
                folds,
                (views, build) -> new ViewProcessor(
                        views, builds, build, 2, () -> 1, eventStore, tokenStore, transactions, places));
        lookout = new BuildCoordinator(
                builds, builds.presence(now::get), maker, shownUntil, events, folds, places, followed, now::get);
    }

    @AfterEach
    void asBefore() {
        lookout.end();
        mongo.close();
        keeper.start();
        world.ready();
    }

    @Test
    void who_has_not_looked_for_more_than_fifteen_seconds_shows_nothing() {
        follow();
        var views = new Views(lookout, maker, json, shownUntil, new SimpleMeterRegistry());

        pass(Duration.ofSeconds(15));
        assertThat(views.current()).isSameAs(lookout.current());
        pass(Duration.ofNanos(1));
        assertThatThrownBy(views::current)
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(ViewRefusal.VIEWS_NOT_REACHABLE));

        lookout.look();
        assertThat(views.current()).isSameAs(lookout.current());
    }

    @Test
    void what_was_before_is_thrown_away_only_when_nobody_can_show_it_any_more() {
        follow();
        mongo.database().createCollection("cases_before");

        pass(Duration.ofSeconds(30).minusNanos(1));
        lookout.look();
        assertThat(collections()).contains("cases_before");

        pass(Duration.ofNanos(1));
        lookout.look();
        assertThat(collections()).doesNotContain("cases_before").contains("cases_" + published());
    }

    @Test
    void a_program_that_replaced_the_views_and_is_gone_is_waited_for_thirty_seconds() {
        follow();
        replacedByAnotherProgram();
        lookout.look();
        assertThat(lookout.current()).as("let go").isNull();

        pass(Duration.ofSeconds(30));
        lookout.look();
        assertThat(builds.making()).isEmpty();

        pass(Duration.ofNanos(1));
        lookout.look();
        await().until(() -> {
            lookout.look();
            return lookout.current() != null;
        });
    }

    @Test
    void a_program_that_replaced_the_views_is_not_built_against_while_it_gives_signs_of_life() {
        follow();
        var theirs = replacedByAnotherProgram();
        var another = new BuildCatalogue(mongo.database()).presence(now::get);
        lookout.look();

        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(3));
            another.sign(List.of(theirs));
            lookout.look();
            assertThat(builds.making()).isEmpty();
        }

        pass(Heartbeats.SILENT_FOR);
        lookout.look();
        assertThat(builds.making()).isPresent();
    }

    @Test
    void what_was_published_by_one_that_was_then_interrupted_is_finished_and_not_made_again() {
        follow();
        var published = published();
        assertThat(builds.begin(making(published, null))).isTrue();

        maker.resume(false);

        assertThat(builds.making()).isEmpty();
        assertThat(maker.isWorking()).isFalse();
        assertThat(published()).isEqualTo(published);
    }

    @Test
    void what_was_to_replace_something_that_was_replaced_meanwhile_is_given_up() {
        follow();
        var published = published();
        assertThat(builds.begin(making("late", "of-yesterday"))).isTrue();

        maker.resume(false);

        assertThat(builds.making()).isEmpty();
        assertThat(maker.isWorking()).isFalse();
        assertThat(published()).isEqualTo(published);
    }

    private void follow() {
        lookout.begin();
        await().until(() -> {
            lookout.look();
            return lookout.current() != null;
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

    private PendingBuild making(String version, @Nullable String replaces) {
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
