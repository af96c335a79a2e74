package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.document.CaseDocument;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.view.ViewLifecycle;
import se.samplan.view.Views;

/** Thousands of cases whose events cannot be read hold up nobody else, and are folded once they can be. */
@QueryTest
@TestPropertySource(properties = "samplan.test=many-parked") // stores of its own
class ManyParkedTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final int MANY = 3000;

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private ViewLifecycle lifecycle;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private DataSource store;

    @Test
    void all_are_set_aside_with_an_alarm_while_others_go_on_and_come_back_when_they_can_be_folded() {
        world.ready();
        var someone = world.someone(LABOUR_MARKET);
        var jdbc = new JdbcTemplate(store);
        jdbc.update("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                + " select gen_random_uuid(), 0, 'ReferralTeleported', 1, '{}', '{}' from generate_series(1, " + MANY
                + ")");

        world.seen(world.happened(
                someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));

        assertThat(views.of(someone.caseId().value(), new CaseStateFold())).isNotNull();
        assertThat(metrics.get("samplan.views.parked").gauge().value()).isEqualTo(2.0 * MANY);
        var unreadable = views.current().parked();
        assertThat(unreadable.cases()).hasSize(MANY);

        // As if they had been set aside by a program that could not fold them, and this one can.
        var readable = world.someone(LABOUR_MARKET);
        world.seen(world.happened(readable, StoryEvents.opened(readable, LABOUR_MARKET, MARCH)));
        unreadable.park(readable.caseId().value(), new CaseStateFold(), 0, new IllegalStateException());
        lifecycle.stop();
        lifecycle.start();
        await().atMost(Duration.ofSeconds(60)).until(views::ready);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !parked(readable.caseId().value()));
        assertThat(views.current().parked().cases()).hasSize(MANY);
    }

    private boolean parked(UUID caseId) {
        return views.current().parked().contains(CaseDocument.id(caseId, new CaseStateFold()));
    }
}
