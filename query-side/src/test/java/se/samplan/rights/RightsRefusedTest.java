package se.samplan.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samplan.refusal.Rejected;
import se.samplan.rights.RightsDifference.Kind;
import se.samplan.store.TestPostgres;
import se.samplan.store.TestStore;

/** Where the access rows cannot be compared or mended, that is told, and nothing is changed. */
class RightsRefusedTest {

    private final TestPostgres postgres = TestPostgres.fresh();
    private final TestStore store = new TestStore(postgres, AccessProjection.real());
    private final JdbcClient database = JdbcClient.create(postgres.app());
    private final RightsCheck check = new RightsCheck(store.source(), store.reader());
    private final RightsRebuild rebuild = new RightsRebuild(store.source(), store.reader());

    @BeforeEach
    void history() {
        new SomeRights(store).happen();
    }

    @Test
    void an_event_of_tomorrow_is_named_and_nothing_is_mended_over_it() {
        var stream = UUID.randomUUID();
        database.sql("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                        + " values (?, 0, 'GroundTeleported', 3, '{}', '{}')")
                .param(stream)
                .update();
        database.sql("delete from samplan.ground").update();

        var found = check.run(done -> {});

        assertThat(found.count()).isGreaterThan(1);
        assertThat(found.first())
                .contains(new RightsDifference(
                        "event", "GroundTeleported revision 3 (%s/0)".formatted(stream), Kind.UNREADABLE));
        assertThatThrownBy(() -> rebuild.run(done -> {})).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RightsRefusal.EVENTS_NOT_READABLE);
            assertThat(rejected.details().toString()).contains("GroundTeleported revision 3");
        });
        assertThat(database.sql("select ground_id from samplan.ground").query().listOfRows())
                .isEmpty();
    }

    @Test
    void what_was_not_granted_is_named_before_anything_is_read() {
        JdbcClient.create(postgres.superuser())
                .sql("revoke temporary on database %s from samplan_app"
                        .formatted(postgres.url().substring(postgres.url().lastIndexOf('/') + 1)))
                .update();

        assertThatThrownBy(() -> check.run(done -> {}))
                .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(RightsRefusal.TEMPORARY_TABLES_NOT_GRANTED));
    }

    @Test
    void tables_that_somebody_keeps_locked_are_left_alone_and_nobody_is_kept_waiting() throws SQLException {
        database.sql("delete from samplan.ground").update();
        try (var other = postgres.app().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table samplan.staff in row exclusive mode");

            assertThatThrownBy(() -> rebuild.run(done -> {}))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.reason())
                            .isEqualTo(RightsRefusal.RIGHTS_IN_USE));

            statement.execute("lock table samplan.participant in row exclusive mode nowait");
        }
        assertThat(rebuild.run(done -> {})).isPositive();
    }

    /** As a command may that writes rows of the last table before one of the first. */
    @Test
    void a_command_that_locks_the_other_way_round_is_not_ended() throws Exception {
        try (var other = postgres.app().getConnection();
                var statement = other.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            statement.execute("lock table samplan.staff in row exclusive mode");
            var rebuilt = threads.submit(() -> rebuild.run(done -> {}));
            await().until(() -> waiting("samplan.staff"));

            statement.execute("lock table samplan.participant in row exclusive mode");
            other.commit();

            assertThat(rebuilt.get()).isZero();
        }
    }

    private boolean waiting(String table) {
        return database.sql("select exists (select 1 from pg_locks where relation = ?::regclass and not granted)")
                .param(table)
                .query(Boolean.class)
                .single();
    }
}
