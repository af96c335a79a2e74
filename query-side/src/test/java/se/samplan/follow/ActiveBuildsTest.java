package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.document.BlockedFolds;
import se.samplan.document.CaseChunks;
import se.samplan.document.Folds;
import se.samplan.document.TestMongo;
import se.samplan.document.ViewJson;
import se.samplan.document.ViewUpdater;
import se.samplan.plans.StoryEvents;
import se.samplan.rebuild.BuildWriter;
import se.samplan.store.EventReader;
import se.samplan.view.ViewLifecycle;

/** A build that is published takes the place of the one before when it has come as far. */
@QueryTest
class ActiveBuildsTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final String SHOWN = "shown";
    private static final String PUBLISHED = "published";

    @Autowired
    private QueryWorld world;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

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
    private final BlockedFolds blocked = new BlockedFolds();

    private Someone someone = new Someone(ParticipantId.random(), CaseId.random());
    private ActiveBuilds active;

    @BeforeEach
    void alone() {
        world.ready();
        someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(
                someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));
        lifecycle.stop(); // places of builds that nobody follows here are given up
        active = new ActiveBuilds(builds, events, folds, this::processor, System::nanoTime);
    }

    @AfterEach
    void asBefore() {
        blocked.release();
        active.release();
        mongo.close();
        lifecycle.start();
        world.ready();
    }

    @Test
    void a_build_that_is_behind_what_is_shown_is_shown_when_it_has_caught_up() {
        var shown = built(SHOWN);
        var published = built(PUBLISHED);
        active.follow(shown);
        active.promote();
        var position = world.happened(someone, StoryEvents.registered(MARCH));
        await().atMost(Duration.ofSeconds(30)).until(() -> current().processor().reached() >= position);
        active.follow(published);

        active.promote();

        assertThat(current().build()).isEqualTo(shown);
        blocked.release();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            active.promote();
            return current().build().equals(published);
        });
        assertThat(current().processor().reached()).isGreaterThanOrEqualTo(position);
        assertThat(current()
                        .documents()
                        .reached(folds.ids(someone.caseId().value()).toList())
                        .values())
                .containsOnly(2);
    }

    private ActiveBuild current() {
        return Objects.requireNonNull(active.current());
    }

    private Build built(String version) {
        var bound = events.highWaterMark();
        var rebuild = new BuildWriter(folds, builds.documents(version), builds.parked(version), null);
        CaseChunks.read(events, null, bound, rebuild::write);
        return new Build(
                events.incarnation(),
                folds.foldFingerprint(),
                version,
                bound,
                bound,
                EventFingerprint.lastUpTo(bound, events));
    }

    /** The published build folds nothing until it is released. */
    private ViewProcessor processor(Build build, ViewUpdater views) {
        var takes = build.version().equals(PUBLISHED)
                ? new ViewUpdater(
                        blocked.of(folds, json), builds.documents(PUBLISHED), builds.parked(PUBLISHED), events)
                : views;
        return new ViewProcessor(
                build,
                takes,
                builds,
                new EventFeed(
                        eventStore,
                        tokenStore,
                        new SpringTransactionManager(new JdbcTransactionManager(followerDataSource)),
                        new TokenPositions(new JdbcTemplate(followerDataSource))),
                new SegmentQuota(2, () -> 1, System::nanoTime));
    }
}
