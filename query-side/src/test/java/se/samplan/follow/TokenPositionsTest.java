package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.build.BuildCatalogue;
import se.samplan.plans.StoryEvents;

/** How far the segments have come, as another process sees it. */
@QueryTest
class TokenPositionsTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    /** Far more than it takes, and less than it takes if each waits for its claim to be kept. */
    private static final Duration FOR_ALL = Duration.ofSeconds(10);

    private static final int EVENTS = 4;

    @Autowired
    private QueryWorld world;

    @Autowired
    private MongoDatabase database;

    @Autowired
    @Qualifier("tokenDataSource")
    private DataSource tokenDataSource;

    @Test
    void a_segment_that_has_nothing_to_take_is_seen_to_have_come_as_far_as_the_others() {
        world.ready();
        var version = new BuildCatalogue(database).current().orElseThrow().version();
        var places = new TokenPositions(new JdbcTemplate(tokenDataSource));
        assertThat(places.segments(version, 0)).isGreaterThan(1);
        var someone = world.someone(LABOUR_MARKET);
        var deadline = System.nanoTime() + FOR_ALL.toNanos();

        for (int i = 0; i < EVENTS; i++) {
            var position = world.happened(someone, StoryEvents.enrolled(MARCH.plusSeconds(i)));

            await().atMost(Duration.ofNanos(deadline - System.nanoTime()))
                    .until(() -> places.lowest(version).orElse(0) >= position);
        }
    }
}
