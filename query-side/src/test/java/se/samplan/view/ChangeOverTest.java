package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.Story.LABOUR_MARKET;

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
import se.samplan.coordination.CaseId;
import se.samplan.participant.ParticipantId;
import se.samplan.plans.Story;
import se.samplan.store.EventReader;

/** A build that is published takes the place of the one before when it has come as far. */
@QueryTest
class ChangeOverTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final String SHOWN = "shown";
    private static final String PUBLISHED = "published";

    @Autowired
    private QueryWorld world;

    @Autowired
    private Keeper keeper;

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

    private final ContractMongo mongo = new ContractMongo();
    private final Builds builds = new Builds(mongo.database());
    private final HeldFolds held = new HeldFolds();

    private Someone someone = new Someone(ParticipantId.random(), CaseId.random());
    private Followed followed;

    @BeforeEach
    void alone() {
        world.ready();
        someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, Story.opened(someone, LABOUR_MARKET, MARCH), Story.enrolled(MARCH)));
        keeper.stop(); // places of builds that nobody follows here are given up
        followed = new Followed(builds, events, folds, this::following);
    }

    @AfterEach
    void asBefore() {
        held.letGo();
        followed.letGo();
        mongo.close();
        keeper.start();
        world.ready();
    }

    @Test
    void a_build_that_is_behind_what_is_shown_is_shown_when_it_has_caught_up() {
        var shown = built(SHOWN);
        var published = built(PUBLISHED);
        followed.follow(shown);
        followed.changeOver();
        var position = world.happened(someone, Story.registered(MARCH));
        await().atMost(Duration.ofSeconds(30)).until(() -> current().following().reached() >= position);
        followed.follow(published);

        followed.changeOver();

        assertThat(current().build()).isEqualTo(shown);
        held.letGo();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            followed.changeOver();
            return current().build().equals(published);
        });
        assertThat(current().following().reached()).isGreaterThanOrEqualTo(position);
        assertThat(current()
                        .documents()
                        .reached(folds.ids(someone.caseId().value()).toList())
                        .values())
                .containsOnly(2);
    }

    private Followed.Current current() {
        return Objects.requireNonNull(followed.current());
    }

    private Build built(String version) {
        var bound = events.safeBound();
        var rebuild = new Rebuild(folds, builds.documents(version), builds.parked(version), null);
        CaseChunks.read(events, null, bound, rebuild::write);
        return new Build(events.incarnation(), folds.made(), version, bound, bound, Mark.lastUpTo(bound, events));
    }

    /** The one that is published takes nothing until it is let go. */
    private Following following(CaseViews views, Build build) {
        var takes = build.version().equals(PUBLISHED)
                ? new CaseViews(held.of(folds, json), builds.documents(PUBLISHED), builds.parked(PUBLISHED), events)
                : views;
        return new Following(
                takes,
                builds,
                build,
                2,
                () -> 1,
                eventStore,
                tokenStore,
                new SpringTransactionManager(new JdbcTransactionManager(followerDataSource)),
                new Places(new JdbcTemplate(followerDataSource)));
    }
}
