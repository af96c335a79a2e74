package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.build.Build;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks;
import se.samplan.document.Folds;
import se.samplan.fold.Fold;
import se.samplan.follow.TokenPositions;
import se.samplan.plans.StoryEvents;
import se.samplan.rebuild.BuildWriter;
import se.samplan.store.EventReader;

/** Views of events that an event store no longer has, since it was restored from before, are not gone on with. */
@QueryTest
@TestPropertySource(properties = "samplan.test=restored") // stores of its own: others' events would be lost
class RestoredStoreTest {

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
    private Folds allFolds;

    @Autowired
    private BuildCatalogue builds;

    @Autowired
    private MongoDatabase database;

    @Value("${samplan.postgres.url}")
    private String url = "";

    private ViewContents shown;
    private JdbcTemplate superuser;

    @BeforeEach
    void ready() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        shown = new ViewContents(views, events);
        superuser = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    }

    @Test
    void views_of_a_store_that_was_restored_and_has_grown_past_them_are_built_anew_at_the_start() {
        var kept = enrolled();
        var backup = events.highWaterMark();
        var lost = enrolled();
        var before = published();
        lifecycle.stop();

        restoredTo(backup);
        var other = world.someone(LABOUR_MARKET);
        world.happened(
                other,
                StoryEvents.opened(other, LABOUR_MARKET, MARCH),
                StoryEvents.enrolled(MARCH),
                StoryEvents.registered(MARCH));
        assertThat(events.highWaterMark()).as("grown past the views").isGreaterThan(before.seenTo());
        lifecycle.start();

        world.ready();
        assertThat(published().version()).isNotEqualTo(before.version());
        assertThat(shown.contents().keySet())
                .noneMatch(id -> id.startsWith(lost.caseId().toString()));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(kept, fold));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(other, fold));
    }

    @Test
    void views_of_a_store_that_has_no_event_any_more_where_their_last_was_are_built_anew_at_the_start() {
        enrolled();
        var backup = events.highWaterMark();
        enrolled();
        var before = published();
        lifecycle.stop();

        restoredTo(backup);
        while (events.highWaterMark() < before.seenTo()) {
            anAppendIsRolledBack();
        }
        var other = world.someone(LABOUR_MARKET);
        world.happened(other, StoryEvents.opened(other, LABOUR_MARKET, MARCH));
        lifecycle.start();

        world.ready();
        assertThat(published().version()).isNotEqualTo(before.version());
        folds.forEach(fold -> shown.isTheFoldOfItsStream(other, fold));
    }

    @Test
    void what_was_in_the_making_before_the_restore_is_not_gone_on_with() {
        enrolled();
        var backup = events.highWaterMark();
        var lost = enrolled();
        var before = published();
        lifecycle.stop();
        var interrupted = pendingBuild(before);
        assertThat(builds.begin(interrupted)).isTrue();
        var rebuild = new BuildWriter(allFolds, builds.documents("cut"), builds.parked("cut"), null);
        CaseChunks.read(events, null, interrupted.bound(), rebuild::write);

        restoredTo(backup);
        var other = world.someone(LABOUR_MARKET);
        world.happened(
                other,
                StoryEvents.opened(other, LABOUR_MARKET, MARCH),
                StoryEvents.enrolled(MARCH),
                StoryEvents.registered(MARCH));
        lifecycle.start();

        world.ready();
        assertThat(published().version()).isNotIn(before.version(), interrupted.version());
        assertThat(shown.contents().keySet())
                .noneMatch(id -> id.startsWith(lost.caseId().toString()));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(other, fold));
    }

    @Test
    void views_of_a_store_that_was_not_restored_are_followed_on_after_a_start() {
        var someone = enrolled();
        var before = published();

        lifecycle.stop();
        world.happened(someone, StoryEvents.registered(MARCH));
        lifecycle.start();

        world.ready();
        assertThat(published().version()).isEqualTo(before.version());
        world.seen(events.highWaterMark());
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_were_built_to_where_an_append_was_rolled_back_are_followed_on_after_a_start() {
        var someone = enrolled();
        var last = events.highWaterMark();
        lifecycle.stop();
        anAppendIsRolledBack();
        database.drop();
        lifecycle.start();
        world.ready();
        var before = published();
        assertThat(before.builtTo()).isEqualTo(last + 1);
        assertThat(before.last()).isNotNull().isEqualTo(EventFingerprint.lastUpTo(last, events));

        lifecycle.stop();
        lifecycle.start();

        world.ready();
        assertThat(published().version()).isEqualTo(before.version());
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_of_a_program_that_did_not_keep_their_last_event_are_followed_on_and_keep_it_from_then_on() {
        var someone = enrolled();
        var before = published();
        lifecycle.stop();
        database.getCollection("builds").updateOne(Filters.eq("_id", "current"), Updates.unset("last"));
        assertThat(published().last()).isNull();

        lifecycle.start();

        world.ready();
        assertThat(published().version()).isEqualTo(before.version());
        var position = world.happened(someone, StoryEvents.registered(MARCH));
        world.seen(position);
        assertThat(published().last())
                .isEqualTo(EventFingerprint.lastUpTo(position, events))
                .isNotNull();
    }

    @Test
    void what_was_in_the_making_of_events_that_are_lost_is_given_up_although_what_readers_see_goes_on() {
        enrolled();
        var before = published();
        lifecycle.stop();
        assertThat(builds.begin(pendingBuild(before, events.highWaterMark() + 1)))
                .isTrue();

        lifecycle.start();

        world.ready();
        await().atMost(Duration.ofSeconds(30)).until(() -> builds.pending().isEmpty());
        assertThat(published().version()).isEqualTo(before.version());
    }

    private PendingBuild pendingBuild(Build replaced) {
        return pendingBuild(replaced, events.highWaterMark());
    }

    private PendingBuild pendingBuild(Build replaced, long bound) {
        return new PendingBuild(
                events.incarnation(),
                allFolds.foldFingerprint(),
                "cut",
                replaced.version(),
                null,
                null,
                bound,
                null,
                0,
                events.count(bound),
                EventFingerprint.lastUpTo(bound, events));
    }

    private Someone enrolled() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(
                someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));
        return someone;
    }

    private Build published() {
        return builds.current().orElseThrow();
    }

    /** The followers' places are in the same database. */
    private void restoredTo(long index) {
        superuser.update("delete from samplan.event where global_index > ?", index);
        superuser.queryForObject("select setval('samplan.event_global_index_seq', ?)", Long.class, index);
        superuser.update(
                "update samplan.token_entry set token = convert_to(jsonb_set(convert_from(token, 'UTF8')::jsonb,"
                        + " '{globalIndex}', to_jsonb(?::bigint))::text, 'UTF8') where processor_name = ?",
                index,
                TokenPositions.processorName(published().version()));
    }

    private void anAppendIsRolledBack() {
        superuser.queryForObject("select nextval('samplan.event_global_index_seq')", Long.class);
    }
}
