package se.samplan.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.samplan.plans.StoryEvents.LABOUR_MARKET;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samplan.QueryTest;
import se.samplan.QueryWorld;
import se.samplan.QueryWorld.HttpReply;
import se.samplan.QueryWorld.Someone;
import se.samplan.build.BuildCatalogue;
import se.samplan.build.EventFingerprint;
import se.samplan.build.PendingBuild;
import se.samplan.document.CaseChunks;
import se.samplan.document.CaseDocument;
import se.samplan.document.CaseDocuments;
import se.samplan.document.Digest;
import se.samplan.document.Folds;
import se.samplan.fold.Fold;
import se.samplan.heartbeat.Lease;
import se.samplan.operation.Operations;
import se.samplan.organisation.Role;
import se.samplan.plans.CaseStateFold;
import se.samplan.plans.StoryEvents;
import se.samplan.report.FiguresFold;
import se.samplan.store.EventReader;
import se.samplan.view.Views;

/** Rebuilds take the place of what there was, whole, wherever they were interrupted, and never without the lease. */
@QueryTest
class RebuildTest {

    private static final Instant MARCH = Instant.parse("2022-03-01T09:00:00Z");
    private static final String WRONG = "of-nobody";

    @Autowired
    private QueryWorld world;

    @Autowired
    private Views views;

    @Autowired
    private EventReader events;

    @Autowired
    private Folds folds;

    @Autowired
    private BuildCatalogue builds;

    @Autowired
    private Operations operations;

    @Autowired
    private MongoDatabase database;

    private List<Someone> people = List.of();
    private String operator = "";

    @BeforeEach
    void enrolled() {
        world.ready();
        operator = world.token("olle", "SAMPLAN", Role.OPERATOR);
        people = IntStream.range(0, 5)
                .mapToObj(number -> world.someone(LABOUR_MARKET))
                .toList();
        people.forEach(person -> world.seen(
                world.happened(person, StoryEvents.opened(person, LABOUR_MARKET, MARCH), StoryEvents.enrolled(MARCH))));
    }

    @Test
    void all_views_are_made_anew_and_then_take_the_place_of_those_before() {
        var before = views.current().build();
        var broken = people.getFirst();
        spoil(broken, "plans");
        spoil(broken, "figures");

        var ended = rebuilt("{}");

        assertThat(ended.json().path("percent").asInt()).isEqualTo(100);
        assertThat(ended.json().path("total").asLong()).isPositive();
        await().until(() -> !views.current().build().version().equals(before.version()));
        isRight(broken, new CaseStateFold());
        isRight(broken, new FiguresFold());
        world.seen(world.happened(broken, StoryEvents.registered(MARCH)));
        isRight(broken, new CaseStateFold());
        assertThat(builds.pending()).isEmpty();
    }

    @Test
    void one_view_is_made_anew_and_the_others_are_taken_over_as_they_are() {
        var broken = people.getFirst();
        spoil(broken, "plans");
        spoil(broken, "figures");

        rebuilt("{\"view\": \"plans\"}");

        await().until(() -> !isSpoiled(broken, "plans"));
        assertThat(isSpoiled(broken, "figures")).isTrue();
        rebuilt("{\"view\": \"figures\"}");
        await().until(() -> !isSpoiled(broken, "figures"));
    }

    @Test
    void a_view_that_is_not_there_and_a_second_rebuild_are_refused() {
        var unknown = world.post(operator, "/api/operations/rebuilds", "{\"view\": \"of-tomorrow\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("UNKNOWN_VIEW");
        assertThat(unknown.json().path("views").toString()).contains("plans", "figures");
        var another = new BuildCatalogue(database).lease(System::nanoTime); // so that nobody works at it here
        await().until(another::tryHold);
        assertThat(builds.begin(pendingBuild(0, null))).isTrue();

        var second = world.post(operator, "/api/operations/rebuilds", "{}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("ALREADY_RUNNING");
        another.release();
        await().until(() -> builds.pending().isEmpty());
    }

    @Test
    void one_that_was_interrupted_is_gone_on_with_where_it_stood() {
        var bound = events.highWaterMark();
        var middle = people.get(2).caseId().value();
        var interrupted = pendingBuild(bound, middle);
        // All was written up to the checkpoint, and after it some of the next.
        var written = builds.documents(interrupted.version());
        var rebuild = new BuildWriter(folds, written, builds.parked(interrupted.version()), null);
        CaseChunks.read(events, null, bound, rebuild::write);
        written.collection()
                .deleteMany(Filters.gte(
                        "_id", CaseDocument.id(people.get(4).caseId().value(), "")));
        spoil(written, people.get(0), "plans");

        assertThat(builds.begin(interrupted)).isTrue();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> views.current().build().version().equals(interrupted.version()));
        assertThat(isSpoiled(people.get(0), "plans")).isTrue();
        isRight(people.get(4), new CaseStateFold());
        rebuilt("{}");
        await().until(() -> !isSpoiled(people.get(0), "plans"));
    }

    @Test
    void a_process_that_lost_the_lease_publishes_nothing() {
        var before = builds.current().orElseThrow();
        var frozen = pendingBuild(events.highWaterMark(), null);
        var lost = new Lease(database.getCollection("lease_of_another"), "frozen", System::nanoTime);
        assertThat(new Lease(database.getCollection("lease_of_another"), "other", System::nanoTime).tryHold())
                .isTrue();

        new RebuildJob(builds, lost, folds, events, operations).run(frozen);

        assertThat(builds.current().orElseThrow().version()).isEqualTo(before.version());
    }

    @Test
    void nobody_but_an_operator_may_start_or_see_them() {
        var begun = world.post(operator, "/api/operations/checks", "{}");
        var path = begun.response().headers().firstValue("Location").orElseThrow();
        var others = List.of(
                Role.MUNICIPAL_CASEWORKER,
                Role.MUNICIPAL_MANAGER,
                Role.AGENCY_MANAGER,
                Role.AUDITOR,
                Role.REPORT_MAKER);
        for (var role : others) {
            var other = world.token("ulla", role == Role.AGENCY_MANAGER ? "AF-1481" : "1481", role);
            assertThat(world.post(other, "/api/operations/checks", "{}").code()).isEqualTo("NOT_ALLOWED");
            assertThat(world.post(other, "/api/operations/rebuilds", "{}").code())
                    .isEqualTo("NOT_ALLOWED");
            assertThat(world.get(other, "/api/operations").code()).isEqualTo("NOT_ALLOWED");
            assertThat(world.get(other, path).code()).isEqualTo("NOT_ALLOWED");
            assertThat(world.get(other, path + "/progress").code()).isEqualTo("NOT_ALLOWED");
        }
        assertThat(world.get(operator, "/api/operations/" + UUID.randomUUID()).code())
                .isEqualTo("UNKNOWN_OPERATION");
    }

    private PendingBuild pendingBuild(long bound, @Nullable UUID after) {
        return new PendingBuild(
                events.incarnation(),
                folds.foldFingerprint(),
                UUID.randomUUID().toString().substring(0, 8),
                builds.current().orElseThrow().version(),
                null,
                null,
                bound,
                after,
                0,
                events.count(bound),
                EventFingerprint.lastUpTo(bound, events));
    }

    private HttpReply rebuilt(String body) {
        var begun = world.post(operator, "/api/operations/rebuilds", body);
        assertThat(begun.status()).isEqualTo(202);
        var path = begun.response().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !state(world.get(operator, path)).equals("RUNNING"));
        var ended = world.get(operator, path);
        assertThat(state(ended)).isEqualTo("DONE");
        return ended;
    }

    private static String state(HttpReply answer) {
        return answer.json().path("state").asString();
    }

    private void spoil(Someone someone, String view) {
        spoil(views.current().documents(), someone, view);
    }

    private static void spoil(CaseDocuments documents, Someone someone, String view) {
        var spoiled = documents
                .collection()
                .updateOne(
                        Filters.eq("_id", CaseDocument.id(someone.caseId().value(), view)), Updates.set(WRONG, true));
        assertThat(spoiled.getModifiedCount()).isEqualTo(1);
    }

    private boolean isSpoiled(Someone someone, String view) {
        return document(someone, view).containsKey(WRONG);
    }

    private Document document(Someone someone, String view) {
        var id = CaseDocument.id(someone.caseId().value(), view);
        return Objects.requireNonNull(
                views.current().documents().whole(List.of(id)).get(id));
    }

    private void isRight(Someone someone, Fold<?> fold) {
        var stream = events.ofStream(someone.caseId().value());
        var fresh = Objects.requireNonNull(
                folds.replay(someone.caseId().value(), fold, stream).document());
        var there = document(someone, fold.name());
        assertThat(Digest.of(there)).isEqualTo(Digest.of(fresh));
        assertThat(there).doesNotContainKey(WRONG);
    }
}
