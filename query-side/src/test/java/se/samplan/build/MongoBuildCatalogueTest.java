package se.samplan.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samplan.document.CaseDocument;
import se.samplan.document.ParkedCases;
import se.samplan.document.TestMongo;
import se.samplan.heartbeat.Heartbeats;
import se.samplan.heartbeat.Lease;
import se.samplan.plans.CaseStateFold;

/** Which views are read and which are made, and by whom, stands in the document store for every process to see. */
class MongoBuildCatalogueTest {

    private final TestMongo mongo = new TestMongo();
    private final MongoDatabase database = mongo.database();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void one_process_at_a_time_has_the_lease_until_it_keeps_silent() {
        var now = new AtomicLong();
        var one = new BuildCatalogue(database).lease(now::get);
        var other = new BuildCatalogue(database).lease(now::get);
        assertThat(one.tryHold()).isTrue();
        assertThat(other.tryHold()).as("seen for the first time").isFalse();
        now.addAndGet(Lease.TIMEOUT.toNanos() - 1);
        assertThat(other.tryHold()).as("not silent for long enough").isFalse();
        assertThat(one.tryHold()).as("renewed").isTrue();
        now.addAndGet(1);
        assertThat(other.tryHold()).as("renewed meanwhile").isFalse();
        now.addAndGet(Lease.TIMEOUT.toNanos());
        assertThat(other.tryHold()).as("silent").isTrue();
        assertThat(one.tryHold()).as("taken over").isFalse();
        one.release();
        assertThat(one.tryHold()).as("not its to release").isFalse();
        other.release();
        assertThat(one.tryHold()).isTrue();
    }

    @Test
    void a_lease_that_was_had_before_is_not_taken_for_a_silent_one() {
        var now = new AtomicLong();
        var one = new BuildCatalogue(database).lease(now::get);
        var other = new BuildCatalogue(database).lease(now::get);
        assertThat(one.tryHold()).isTrue();
        assertThat(other.tryHold()).isFalse();
        one.release();
        now.addAndGet(Lease.TIMEOUT.toNanos());

        assertThat(one.tryHold()).isTrue();

        assertThat(other.tryHold()).as("had anew just now").isFalse();
    }

    @Test
    void processes_count_those_who_give_signs_of_life_and_follow_the_same() {
        var now = new AtomicLong();
        var one = new BuildCatalogue(database).heartbeats(now::get);
        var other = new BuildCatalogue(database).heartbeats(now::get);
        other.send(List.of("v1", "v2"));
        one.send(List.of("v1"));
        assertThat(one.others("v1")).as("one sign may be an old one").isZero();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        other.send(List.of("v1", "v2"));
        one.send(List.of("v1"));
        assertThat(one.others("v1")).isEqualTo(1);
        assertThat(one.others("v2")).isEqualTo(1);
        assertThat(one.others("v3")).as("nobody follows it").isZero();
        now.addAndGet(Heartbeats.TIMEOUT.toNanos());
        assertThat(one.others("v1")).as("the other is silent").isZero();
        other.send(List.of("v3"));
        one.send(List.of("v1"));
        assertThat(one.others("v3")).as("it has returned").isEqualTo(1);
        assertThat(one.others("v1")).as("it follows something else").isZero();
        other.leave();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        one.send(List.of("v1"));
        assertThat(one.others("v3")).as("it has left").isZero();
    }

    @Test
    void a_build_is_of_one_store_of_these_folds_and_not_ahead() {
        var builds = new BuildCatalogue(database);
        var store = UUID.randomUUID();
        assertThat(builds.current()).isEmpty();
        var build = new Build(store, "plans:1", "v1", 10, 10, mark(9));
        assertThat(builds.publish(build, null)).isTrue();
        assertThat(builds.current()).contains(build);
        builds.recordPosition(build, mark(15));
        builds.recordPosition(build, mark(12));
        builds.recordPosition(new Build(store, "plans:1", "v0", 10, 10, null), mark(99));
        assertThat(builds.current()).contains(new Build(store, "plans:1", "v1", 10, 15, mark(15)));
        var current = builds.current().orElseThrow();
        assertThat(current.matches(store, "plans:1", 15)).isTrue();
        assertThat(current.matches(store, "plans:1", 14))
                .as("ahead of a restored store")
                .isFalse();
        assertThat(current.matches(UUID.randomUUID(), "plans:1", 20))
                .as("foreign")
                .isFalse();
        assertThat(current.matches(store, "plans:2", 20)).as("of older folds").isFalse();
    }

    @Test
    void a_build_that_was_published_without_its_last_event_is_read_and_gets_it_with_what_is_seen_next() {
        var builds = new BuildCatalogue(database);
        var build = new Build(UUID.randomUUID(), "plans:1", "v1", 10, 10, null);
        var document = build.toDocument().append("_id", "current");
        document.remove("last");
        database.getCollection("builds").insertOne(document);
        assertThat(builds.current()).contains(build);

        builds.recordPosition(build, mark(11));

        assertThat(builds.current()).contains(new Build(build.incarnation(), "plans:1", "v1", 10, 11, mark(11)));
    }

    @Test
    void a_published_build_takes_the_place_of_the_one_before_it_which_stays_until_all_have_let_go() {
        var builds = new BuildCatalogue(database);
        var before = new Build(UUID.randomUUID(), "plans:1", "v1", 10, 10, null);
        var after = new Build(UUID.randomUUID(), "plans:1", "v2", 10, 10, null);
        assertThat(builds.publish(before, null)).isTrue();
        assertThat(builds.publish(after, null)).as("there is one already").isFalse();
        Stream.of("v1", "v2", "v3", "v4")
                .forEach(version -> builds.documents(version).insert(List.of(document("a/plans", 0))));
        assertThat(builds.begin(pendingBuild("v3"))).isTrue();

        assertThat(builds.publish(after, "v1")).isTrue();

        assertThat(builds.publish(before, "v1")).as("late: another came first").isFalse();
        assertThat(builds.current().orElseThrow().version()).isEqualTo("v2");
        assertThat(builds.documents("v1").collection().countDocuments()).isEqualTo(1);
        builds.dropUnused();
        assertThat(builds.documents("v1").collection().countDocuments()).isZero();
        assertThat(builds.documents("v2").collection().countDocuments()).isEqualTo(1);
        assertThat(builds.documents("v3").collection().countDocuments())
                .as("pending")
                .isEqualTo(1);
        assertThat(builds.documents("v4").collection().countDocuments()).isZero();
    }

    @Test
    void one_build_at_a_time_is_in_the_making_and_any_process_can_go_on_with_it() {
        var builds = new BuildCatalogue(database);
        var pendingBuild = pendingBuild("v1");
        assertThat(builds.pending()).isEmpty();
        assertThat(builds.begin(pendingBuild)).isTrue();
        assertThat(builds.begin(pendingBuild("v2"))).isFalse();
        assertThat(builds.pending()).contains(pendingBuild);
        var further = pendingBuild.advance(UUID.randomUUID(), 7);

        assertThat(builds.checkpoint(further)).isTrue();

        assertThat(new BuildCatalogue(database).pending()).contains(further);
        builds.end(pendingBuild("v2"));
        assertThat(builds.pending()).as("another's end").contains(further);
        builds.end(further);
        assertThat(builds.checkpoint(further)).as("no longer to be made").isFalse();
        assertThat(builds.pending()).isEmpty();
    }

    @Test
    void what_one_process_parks_every_process_knows_and_may_mend() {
        var one = new ParkedCases(database.getCollection("parked"));
        var other = new ParkedCases(database.getCollection("parked"));
        var caseId = UUID.randomUUID();
        var fold = new CaseStateFold();
        var id = CaseDocument.id(caseId, fold);

        one.park(caseId, fold, 3, new IllegalStateException());
        one.park(caseId, fold, 4, new IllegalStateException());

        assertThat(other.contains(id)).isTrue();
        assertThat(other.count()).isEqualTo(1);
        assertThat(other.cases()).containsExactly(caseId);
        other.unpark(Map.of(id, 3, "another/plans", 9));
        assertThat(one.contains(id)).as("what failed lies further on").isTrue();
        other.unpark(Map.of(id, 4, "another/plans", 9));
        assertThat(one.contains(id)).isFalse();
        assertThat(one.count()).isZero();
    }

    private static EventFingerprint mark(long index) {
        return new EventFingerprint(index, new UUID(4711, index), 3, Instant.parse("2022-06-15T10:00:00.000001Z"));
    }

    private static PendingBuild pendingBuild(String version) {
        return new PendingBuild(
                UUID.fromString("7d0b0c1e-0000-4000-8000-000000000000"),
                "plans:1",
                version,
                null,
                "plans",
                UUID.fromString("7d0b0c1e-0000-4000-8000-000000000001"),
                100,
                null,
                0,
                90,
                mark(99));
    }

    private static Document document(String id, int sequence) {
        return new Document("_id", id).append("sequence", sequence).append("view", new Document());
    }
}
