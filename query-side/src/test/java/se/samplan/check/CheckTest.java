package se.samplan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.HttpReply;
import se.samplan.QueryWorld.Someone;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.document.CaseDocument;
import se.samplan.document.Folds;
import se.samplan.operation.Difference;
import se.samplan.operation.Difference.Kind;
import se.samplan.organisation.Role;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.store.EventReader;
import se.samplan.view.Views;

/** A check finds each way in which a document may differ from the fold of its stream, and nothing else. */
@QueryTest
@TestPropertySource(properties = "samplan.test=check") // stores of its own: others' events contradict each other
class CheckTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

    private Someone someone = new Someone(ParticipantId.random(), CaseId.random());
    private String plans = "";

    @BeforeEach
    void enrolled() {
        world.ready();
        someone = world.someone(LABOUR_MARKET);
        plans = CaseDocument.id(someone.caseId().value(), "plans");
        world.seen(world.happened(
                someone, StoryEvents.opened(someone, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH)));
    }

    @Test
    void what_is_as_it_follows_from_the_events_is_not_named() {
        assertThat(found()).isEmpty();
    }

    @Test
    void a_case_that_goes_on_meanwhile_is_compared_as_far_as_its_document_has_come() {
        var bound = events.highWaterMark();
        world.seen(world.happened(someone, StoryEvents.registered(MARCH)));

        assertThat(found(bound)).isEmpty();
    }

    @Test
    void a_document_that_is_not_there_is_missing() {
        views.ask(documents -> documents.deleteOne(Filters.eq("_id", plans)));

        assertThat(found()).containsExactly(difference(Kind.MISSING));
    }

    @Test
    void a_document_of_no_event_is_extra() {
        var stranger = UUID.randomUUID();
        views.ask(documents -> documents.insertOne(new Document("_id", stranger + "/plans").append("sequence", 0)));
        views.ask(documents ->
                documents.insertOne(new Document("_id", someone.caseId() + "/of-yesterday").append("sequence", 0)));

        assertThat(all(events.highWaterMark()))
                .contains(
                        new Difference("plans", stranger.toString(), Kind.EXTRA),
                        new Difference("of-yesterday", someone.caseId().toString(), Kind.EXTRA));
    }

    @Test
    void another_view_or_other_rows_are_different() {
        alter(Updates.set("view.of-another", "x"));
        assertThat(found()).containsExactly(difference(Kind.DIFFERENT));
        alter(Updates.unset("view.of-another"));
        assertThat(found()).isEmpty();
        alter(Updates.set("rows", List.of()));
        assertThat(found()).containsExactly(difference(Kind.DIFFERENT));
    }

    @Test
    void a_document_without_the_latest_events_is_behind() {
        alter(Updates.set("sequence", 0));

        assertThat(found()).containsExactly(difference(Kind.BEHIND));
    }

    @Test
    void a_document_ahead_of_its_stream_is_different() {
        alter(Updates.set("sequence", 99));

        assertThat(found()).containsExactly(difference(Kind.DIFFERENT));
    }

    @Test
    void a_case_that_is_set_aside_is_named() {
        views.current().parked().park(someone.caseId().value(), new CaseStateFold(), 1, new IllegalStateException());

        assertThat(found()).containsExactly(difference(Kind.PARKED));
    }

    @Test
    void an_operator_starts_one_and_sees_what_it_found() {
        views.ask(documents -> documents.deleteOne(Filters.eq("_id", plans)));
        var operator = world.token("olle", "SAMPLAN", Role.OPERATOR);

        var begun = world.post(operator, "/api/operations/checks", "{}");

        assertThat(begun.status()).isEqualTo(202);
        var path = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> !"RUNNING".equals(state(world.get(operator, path))));
        var ended = world.get(operator, path);
        assertThat(state(ended)).isEqualTo("DONE");
        assertThat(ended.json().path("differences").asInt()).isPositive();
        assertThat(ended.json().path("percent").asInt()).isEqualTo(100);
        assertThat(ended.json().path("named").toString())
                .contains("\"of\":\"" + someone.caseId() + "\",\"kind\":\"MISSING\"");
        assertThat(ended.body())
                .as("in which lanes somebody is known")
                .contains("rights.participant_lane")
                .doesNotContain(LABOUR_MARKET.toString());
        assertThat(world.get(operator, "/api/operations").body())
                .contains(begun.json().path("operationId").asString());
    }

    @Test
    void its_progress_is_sent_until_its_end() {
        var operator = world.token("olle", "SAMPLAN", Role.OPERATOR);
        var begun = world.post(operator, "/api/operations/checks", "{}");

        var sent = world.get(
                operator, begun.response().headers().firstValue("Location").orElseThrow() + "/progress");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        var last = sent.body()
                .strip()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .toList();
        assertThat(last.getLast()).contains("\"state\":\"DONE\"").contains("\"percent\":100");
    }

    private static String state(HttpReply answer) {
        return answer.json().path("state").asString();
    }

    private void alter(Bson change) {
        var altered = views.ask(documents -> documents.updateOne(Filters.eq("_id", plans), change));
        assertThat(altered.getModifiedCount()).isEqualTo(1);
    }

    private Difference difference(Kind kind) {
        return new Difference("plans", someone.caseId().toString(), kind);
    }

    private List<Difference> found() {
        return found(events.highWaterMark());
    }

    /** Of this person alone; other tests have left their traces. */
    private List<Difference> found(long bound) {
        return all(bound).stream()
                .filter(difference -> difference.of().equals(someone.caseId().toString()))
                .toList();
    }

    private List<Difference> all(long bound) {
        var found = new ArrayList<Difference>();
        var current = views.current();
        new Check(folds, current.documents(), current.parked(), events, found::add).upTo(bound, done -> {});
        return found;
    }
}
