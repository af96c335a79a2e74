package se.samplan.follow;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.plans.StoryEvents;
import se.samplan.store.EventReader;
import se.samplan.view.ViewLifecycle;
import se.samplan.view.Views;

/** The views say up to when they have all that was recorded: what is still to come is counted as not shown. */
@QueryTest
class FreshnessTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private Freshness freshness;

    @Autowired
    private EventReader events;

    @Autowired
    private DataSource store;

    @Autowired
    @Qualifier("tokenDataSource")
    private DataSource tokenDataSource;

    @BeforeEach
    void ready() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
    }

    @AfterEach
    void asBefore() {
        world.time().standAt(QueryWorld.NOW);
        if (!lifecycle.isRunning()) {
            lifecycle.start();
        }
        world.ready();
    }

    @Test
    void an_append_that_is_open_since_then_may_be_of_then() throws SQLException {
        world.organisation("1481", OrganisationKind.MUNICIPALITY, "Mölndal");
        var reportMaker = world.token("siv", "1481", Role.REPORT_MAKER);
        assertThat(views.shownUntil()).isEqualTo(QueryWorld.NOW);
        try (var another = store.getConnection()) {
            another.setAutoCommit(false);
            try (var append = another.createStatement()) {
                append.executeUpdate("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (gen_random_uuid(), 0, 'CaseOpened', 1, '{}', '{}')");
            }
            await().until(() -> events.oldestAppend().isPositive());

            var openFor = events.oldestAppend();
            var shown = views.shownUntil();
            assertThat(shown)
                    .isBefore(QueryWorld.NOW)
                    .isBetween(
                            QueryWorld.NOW.minus(events.oldestAppend()).truncatedTo(SECONDS),
                            QueryWorld.NOW.minus(openFor).truncatedTo(SECONDS));
            var report = world.get(reportMaker, "/api/reports/age?municipality=1481&year=2020");
            assertThat(Instant.parse(report.json().path("asOf").asString())).isBeforeOrEqualTo(shown);

            another.rollback();
        }
        assertThat(views.shownUntil()).isEqualTo(QueryWorld.NOW);
    }

    @Test
    void an_event_that_is_not_followed_yet_is_not_shown() {
        var someone = world.someone(LABOUR_MARKET);
        var opened = world.happened(someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH));
        var current = views.current();
        var places = new TokenPositions(new JdbcTemplate(tokenDataSource));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> places.lowest(current.build().version()).orElse(0) >= opened);
        lifecycle.stop();

        var enrolled = world.happened(someone, StoryEvents.enrolled(MARCH), StoryEvents.registered(MARCH));

        var recorded = events.ofStream(someone.caseId().value()).get(1).recordedAt();
        var later = recorded.plus(Duration.ofHours(1)).truncatedTo(SECONDS);
        world.time().standAt(later);
        assertThat(freshness.at(current.processor())).isEqualTo(recorded.truncatedTo(SECONDS));
        lifecycle.start();
        world.ready();
        world.seen(enrolled);
        assertThat(views.shownUntil()).isEqualTo(later);
    }
}
