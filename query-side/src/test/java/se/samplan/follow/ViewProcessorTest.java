package se.samplan.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.Someone;
import se.samplan.build.BuildCatalogue;
import se.samplan.casefile.CaseState;
import se.samplan.document.CaseChunks;
import se.samplan.document.CaseDocument;
import se.samplan.document.CaseDocuments;
import se.samplan.document.Folds;
import se.samplan.document.ParkedCases;
import se.samplan.document.ViewJson;
import se.samplan.document.ViewUpdater;
import se.samplan.fold.Fold;
import se.samplan.fold.ForwardingFold;
import se.samplan.fold.TestFolds;
import se.samplan.organisation.Role;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.rebuild.BuildWriter;
import se.samplan.store.EventReader;
import se.samplan.view.ViewContents;
import se.samplan.view.Views;

/** The follower through Axon's dispatch, and the rebuild beside it. */
@QueryTest
class ViewProcessorTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

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

    @Autowired
    private DataSource store;

    private ViewContents shown;

    @BeforeEach
    void ready() {
        world.ready();
        world.time().standAt(QueryWorld.NOW);
        shown = new ViewContents(views, events);
    }

    @Test
    void the_folds_on_the_class_path_are_those_that_are_followed() {
        assertThat(folds.stream().<Class<?>>map(Fold::getClass).toList())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        TestFolds.all().stream().<Class<?>>map(Fold::getClass).toList());
    }

    @Test
    void every_document_is_the_fold_of_its_stream() {
        var people = new ArrayList<Someone>();
        var position = 0L;
        for (var seed = 100L; seed < 130; seed++) {
            var someone = world.someone(LABOUR_MARKET);
            people.add(someone);
            position = world.happened(someone, ViewContents.history(someone, seed));
        }
        world.seen(position);
        for (var someone : people) {
            folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
        }
    }

    @Test
    void a_document_found_behind_is_folded_anew_from_the_stream() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 7)));
        var id = CaseDocument.id(someone.caseId().value(), new CaseStateFold());
        var nothing = json.write(new CaseStateFold().nothing());
        var set = views.ask(documents -> documents.updateOne(
                Filters.eq("_id", id), Updates.combine(Updates.set("sequence", 0), Updates.set("view", nothing))));
        assertThat(set.getModifiedCount()).isEqualTo(1);
        world.seen(world.happened(someone, StoryEvents.enrolled(MARCH)));
        folds.forEach(fold -> shown.isTheFoldOfItsStream(someone, fold));
    }

    @Test
    void a_document_that_already_knows_an_event_does_not_take_it_twice() {
        var someone = world.someone(LABOUR_MARKET);
        world.seen(world.happened(someone, ViewContents.history(someone, 8)));
        var before = shown.contents().get(CaseDocument.id(someone.caseId().value(), new CaseStateFold()));
        var builds = new BuildCatalogue(database);
        var build = builds.current().orElseThrow();
        new ViewUpdater(
                        new Folds(folds, json),
                        builds.documents(build.version()),
                        builds.parked(build.version()),
                        events)
                .update(Map.of(
                        someone.caseId().value(),
                        events.ofStream(someone.caseId().value())));
        assertThat(shown.contents().get(CaseDocument.id(someone.caseId().value(), new CaseStateFold())))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"ReferralTeleported, '{}'", "ParticipantEnrolled, '{\"effectiveAt\": '"})
    void a_case_with_an_event_that_cannot_be_read_is_parked_and_the_others_go_on(String type, String payload) {
        var before = metrics.get("samplan.views.parked").gauge().value();
        var parked = world.someone(LABOUR_MARKET);
        var other = world.someone(LABOUR_MARKET);
        world.happened(parked, StoryEvents.opened(parked, LABOUR_MARKET, MARCH));
        new JdbcTemplate(store)
                .update(
                        "insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                                + " values (?, 1, ?, 1, '{}', ?)",
                        parked.caseId().value(),
                        type,
                        payload.getBytes(StandardCharsets.UTF_8));
        world.seen(world.happened(other, StoryEvents.opened(other, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));
        shown.isTheFoldOfItsStream(other, new CaseStateFold());
        var kim = world.token("kim", "1481", Role.MUNICIPAL_CASEWORKER);
        var answer = world.get(kim, "/api/participants/" + parked.participant() + "/plans");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("HISTORY_NOT_READABLE");
        assertThat(metrics.get("samplan.views.parked").gauge().value()).isEqualTo(before + folds.size());
    }

    @Test
    void a_rebuild_writes_the_very_documents_that_the_follower_wrote() {
        var position = 0L;
        for (var seed = 200L; seed < 220; seed++) {
            var someone = world.someone(LABOUR_MARKET);
            position = world.happened(someone, ViewContents.history(someone, seed));
        }
        world.seen(position);
        var rebuilt = new CaseDocuments(database.getCollection("rebuilt"));
        var rebuild = new BuildWriter(
                new Folds(folds, json), rebuilt, new ParkedCases(database.getCollection("rebuilt_parked")), null);
        CaseChunks.read(events, null, events.highWaterMark(), rebuild::write);
        var again = new HashMap<String, Document>();
        rebuilt.collection().find().forEach(document -> again.put(document.getString("_id"), document));
        assertThat(again).isNotEmpty();
        var live = shown.contents();
        again.forEach((id, document) -> assertThat(live.get(id)).isEqualTo(document));
    }

    @Test
    void a_store_that_is_away_parks_no_case() {
        var someone = world.someone(LABOUR_MARKET);
        var rows = new ForwardingFold<>(new CaseStateFold()) {
            @Override
            public List<?> rows(CaseState view) {
                throw new DataAccessResourceFailureException("away", new SQLException("away", "08006"));
            }
        };
        var parked = new ParkedCases(database.getCollection("parked_while_away"));
        var documents = new CaseDocuments(database.getCollection("written_while_away"));
        world.happened(someone, ViewContents.history(someone, 304));
        var news = Map.of(
                someone.caseId().value(), events.ofStream(someone.caseId().value()));

        assertThatThrownBy(
                        () -> new ViewUpdater(new Folds(List.of(rows), json), documents, parked, events).update(news))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(parked.count()).isZero();
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
}
