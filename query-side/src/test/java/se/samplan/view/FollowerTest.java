package se.samplan.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.Story.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.coordination.CaseEvent;
import se.samplan.coordination.CaseOpened;
import se.samplan.plans.ParallelPlansFold;
import se.samplan.plans.Story;
import se.samplan.refusal.Rejected;
import se.samplan.staff.Role;
import se.samplan.store.EventReader;

/** The follower through Axon's dispatch, and the rebuild beside it. */
@QueryTest
class FollowerTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private Keeper keeper;

    @Autowired
    private EventReader events;

    @Autowired
    private List<Fold<?>> folds;

    @Autowired
    private ViewJson json;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MeterRegistry metrics;

    @BeforeEach
    void ready() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
    }

    @Test
    void every_document_is_the_fold_of_its_stream() {
        var people = new ArrayList<Someone>();
        var position = 0L;
        for (var seed = 100L; seed < 130; seed++) {
            var someone = world.someone(LABOUR_MARKET);
            people.add(someone);
            position = world.happened(someone, history(someone, seed));
        }
        world.seen(position);
        for (var someone : people) {
            folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
        }
    }

    @Test
    void a_document_found_behind_is_folded_anew_from_the_stream() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 7)));
        var id = CaseDocument.id(someone.caseId().value(), new ParallelPlansFold());
        var nothing = json.write(new ParallelPlansFold().nothing());
        var set = views.ask(documents -> documents.updateOne(
                Filters.eq("_id", id), Updates.combine(Updates.set("sequence", 0), Updates.set("view", nothing))));
        assertThat(set.getModifiedCount()).isEqualTo(1);
        world.seen(world.happened(someone, Story.enrolled(MARCH)));
        folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void a_document_that_already_knows_an_event_does_not_take_it_twice() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 8)));
        var before = contents().get(CaseDocument.id(someone.caseId().value(), new ParallelPlansFold()));
        var builds = new Builds(database);
        var build = builds.current().orElseThrow();
        new CaseViews(new Folds(folds, json), builds.documents(build.version()), builds.parked(build.version()), events)
                .take(Map.of(
                        someone.caseId().value(),
                        events.ofStream(someone.caseId().value())));
        assertThat(contents().get(CaseDocument.id(someone.caseId().value(), new ParallelPlansFold())))
                .isEqualTo(before);
    }

    @Test
    void a_case_with_an_event_of_tomorrow_is_parked_and_the_others_go_on() {
        var parked = world.someone(LABOUR_MARKET);
        var other = world.someone(LABOUR_MARKET);
        world.happened(parked, Story.opened(parked, LABOUR_MARKET, MARCH));
        world.happenedTomorrow(parked);
        world.seen(world.happened(other, Story.opened(other, LABOUR_MARKET, MARCH), Story.enrolled(MARCH)));
        isTheFoldOfItsStream(other, new ParallelPlansFold());
        var kim = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        var answer = world.get(kim, "/api/participants/" + parked.participant() + "/plans");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("HISTORY_NOT_READABLE");
        assertThat(metrics.get("samplan.views.parked").gauge().value()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_rebuild_writes_the_very_documents_that_the_follower_wrote() {
        var position = 0L;
        for (var seed = 200L; seed < 220; seed++) {
            var someone = world.someone(LABOUR_MARKET);
            position = world.happened(someone, history(someone, seed));
        }
        world.seen(position);
        var rebuilt = new CaseDocuments(database.getCollection("rebuilt"));
        var rebuild = new Rebuild(
                new Folds(folds, json), rebuilt, new Parked(database.getCollection("rebuilt_parked")), null);
        CaseChunks.read(events, null, events.safeBound(), rebuild::write);
        var again = new HashMap<String, Document>();
        rebuilt.collection().find().forEach(document -> again.put(document.getString("_id"), document));
        assertThat(again).isNotEmpty();
        var live = contents();
        again.forEach((id, document) -> assertThat(live.get(id)).isEqualTo(document));
    }

    @Test
    void views_that_are_gone_are_built_anew_at_the_start_and_followed_on() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 300)));
        var before = contents();
        keeper.stop();
        assertThatThrownBy(() -> views.of(someone.caseId().value(), new ParallelPlansFold()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(ViewRefusal.VIEWS_BEING_BUILT);
                    assertThat(rejected.details()).containsKey("progress");
                });
        database.drop();
        keeper.start();
        world.ready();
        var after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, document) -> assertThat(after.get(id)).isEqualTo(document));
        world.seen(world.happened(someone, Story.enrolled(MARCH)));
        folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_another_process_replaces_are_let_go_and_its_are_followed() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 301)));
        var builds = new Builds(database);
        var ours = builds.current().orElseThrow();
        var theirs = anew(builds, ours.incarnation(), ours.made());

        assertThat(builds.publish(theirs, ours.version())).isTrue();

        await().until(() -> views.ready() && views.current().build().version().equals(theirs.version()));
        world.seen(world.happened(someone, Story.enrolled(MARCH)));
        folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_that_a_program_with_other_folds_replaces_are_not_built_against_it() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 302)));
        var builds = new Builds(database);
        var ours = builds.current().orElseThrow();
        var theirs = anew(builds, ours.incarnation(), "folds:of-tomorrow");

        assertThat(builds.publish(theirs, ours.version())).isTrue();

        await().until(() -> !views.ready());
        await().during(Duration.ofSeconds(3))
                .until(() -> builds.current().filter(theirs::equals).isPresent());
        assertThat(builds.publish(ours, theirs.version())).isTrue();
        world.ready();
        world.seen(world.happened(someone, Story.enrolled(MARCH)));
        folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void views_of_a_document_store_that_went_back_are_built_anew_at_the_start() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 305)));
        var builds = new Builds(database);
        var ours = builds.current().orElseThrow();
        keeper.stop();
        var before = new Build(ours.incarnation(), ours.made(), ours.version(), 0, 0);
        assertThat(builds.publish(before, ours.version())).isTrue();

        keeper.start();

        world.ready();
        assertThat(views.current().build().version()).isNotEqualTo(ours.version());
        folds.forEach(fold -> isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void what_another_program_parked_is_folded_at_the_start() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, history(someone, 303)));
        var builds = new Builds(database);
        var fold = new ParallelPlansFold();
        builds.parked(builds.current().orElseThrow().version())
                .park(someone.caseId().value(), fold, 3, new IllegalStateException());
        assertThatThrownBy(() -> views.of(someone.caseId().value(), fold)).isInstanceOf(Rejected.class);

        keeper.stop();
        keeper.start();

        world.ready();
        isTheFoldOfItsStream(someone, fold);
    }

    @Test
    void a_store_that_is_away_parks_no_case() {
        var someone = world.someone(LABOUR_MARKET);
        var rows = (Fold<?>) Proxy.newProxyInstance(
                Fold.class.getClassLoader(), new Class<?>[] {Fold.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("rows")) {
                        throw new DataAccessResourceFailureException("away", new SQLException("away", "08006"));
                    }
                    return method.invoke(new ParallelPlansFold(), arguments);
                });
        var parked = new Parked(database.getCollection("parked_while_away"));
        var documents = new CaseDocuments(database.getCollection("written_while_away"));
        world.happened(someone, history(someone, 304));
        var news = Map.of(
                someone.caseId().value(), events.ofStream(someone.caseId().value()));

        assertThatThrownBy(() -> new CaseViews(new Folds(List.of(rows), json), documents, parked, events).take(news))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(parked.count()).isZero();
    }

    /** Another build of what there is. */
    private Build anew(Builds builds, UUID store, String made) {
        var bound = events.safeBound();
        var build = new Build(store, made, UUID.randomUUID().toString().substring(0, 8), bound, bound);
        var documents = builds.documents(build.version());
        var rebuild = new Rebuild(new Folds(folds, json), documents, builds.parked(build.version()), null);
        CaseChunks.read(events, null, bound, rebuild::write);
        return build;
    }

    @Test
    void a_position_not_reached_in_time_is_told() {
        var someone = world.someone(LABOUR_MARKET);
        var kim = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        var path = "/api/participants/" + someone.participant() + "/plans";
        var answer = world.get(kim, path, Long.MAX_VALUE);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("VIEW_BEHIND");
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("1");
        assertThat(Instant.parse(answer.json().path("shownUntil").asString())).isEqualTo(QueryWorld.NOW);
    }

    private <V> void isTheFoldOfItsStream(Someone someone, Fold<V> fold) {
        var fresh = FoldLawTest.fold(fold, events.ofStream(someone.caseId().value()));
        assertThat(views.of(someone.caseId().value(), fold)).isEqualTo(fresh);
    }

    private Map<String, Document> contents() {
        var contents = new HashMap<String, Document>();
        views.ask(documents -> documents.find().into(new ArrayList<>()))
                .forEach(document -> contents.put(document.getString("_id"), document));
        return contents;
    }

    /** A generated history, as it would be of this person. */
    private static CaseEvent[] history(Someone someone, long seed) {
        return Histories.of(seed, 30).stream()
                .map(recorded -> recorded.event() instanceof CaseOpened opened
                        ? Story.opened(someone, opened.lane(), opened.effectiveAt())
                        : (CaseEvent) recorded.event())
                .toArray(CaseEvent[]::new);
    }
}
