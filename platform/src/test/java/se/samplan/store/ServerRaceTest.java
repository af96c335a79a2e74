package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Races inside the server. {@code -Dsamplan.race=1000000} makes so many rows; from a million on, an engine with the
 * narrowest defect known must be caught too.
 */
class ServerRaceTest {

    private static final int ROWS = Integer.getInteger("samplan.race", 100_000);
    private static final int WRITERS = 4;
    private static final int ROUNDS_TO_CATCH = 30;

    private final TestPostgres postgres = TestPostgres.fresh();

    @Test
    void a_reader_as_fast_as_the_writers_skips_nothing() throws Exception {
        long skipped = new ServerRace(postgres, WRITERS).skipped(ServerRace.BOUND_FIRST, ROWS);

        System.out.printf("race of %d rows: %d skipped%n", ROWS, skipped);
        assertThat(skipped).isZero();
    }

    @Test
    void the_race_catches_a_reader_that_asks_for_bound_and_rows_in_one_statement() throws Exception {
        var race = new ServerRace(postgres, WRITERS).withUnguardedBound();

        assertThat(race.skipped(ServerRace.ONE_STATEMENT, ROWS)).isPositive();
    }

    @Test
    void writers_that_would_wait_for_the_disk_do_not_race() {
        new JdbcTemplate(postgres.owner())
                .execute("alter database %s set synchronous_commit = on".formatted(postgres.name()));

        assertThatThrownBy(() -> new ServerRace(postgres, WRITERS).skipped(ServerRace.BOUND_FIRST, WRITERS))
                .hasMessageContaining("wait for the disk");
    }

    /** A few of a million are skipped or none, so it takes some rounds. */
    @Test
    @EnabledIfSystemProperty(named = "samplan.race", matches = "\\d{7,}")
    void the_race_catches_a_lock_whose_key_is_selected_from_the_sequence() throws Exception {
        long skipped = 0;
        int rounds = 0;
        while (skipped == 0 && rounds++ < ROUNDS_TO_CATCH) {
            skipped = new ServerRace(TestPostgres.fresh(), 4 * WRITERS)
                    .withKeyBySelect()
                    .skipped(ServerRace.BOUND_FIRST, ROWS);
        }

        System.out.printf("key by select: %d skipped in round %d of %d rows%n", skipped, rounds, ROWS);
        assertThat(skipped).isPositive();
    }

    @Test
    void one_statement_for_bound_and_rows_misses_what_is_committed_while_it_runs() throws Exception {
        new ServerRace(postgres, WRITERS).withUnguardedBound();
        try (var gate = postgres.superuser().getConnection();
                var late = postgres.app().getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            gate.createStatement().execute("select pg_advisory_lock(1)");
            late.setAutoCommit(false);
            late.createStatement()
                    .execute("insert into samplan.event (stream, sequence, type, revision, metadata, payload)"
                            + " values (gen_random_uuid(), 0, 'Noted', 1, '{}', '{\"text\":\"t\"}')");
            var reading = threads.submit(() -> new JdbcTemplate(postgres.app()).queryForMap("""
                            with gate as materialized (select pg_advisory_lock_shared(1)),
                            bound as materialized (select samplan.unguarded_bound() as safe from gate)
                            select safe, (select count(*) from samplan.event where global_index <= safe) as rows from bound"""));
            NotebookApplication.await(this::oneWaitsAtTheGate);
            late.commit();
            gate.createStatement().execute("select pg_advisory_unlock(1)");

            assertThat(reading.get()).containsEntry("safe", 1L).containsEntry("rows", 0L);
        }
        assertThat(EventReaderTest.reader(postgres).after(0, 10)).hasSize(1);
    }

    private boolean oneWaitsAtTheGate() {
        return Boolean.TRUE.equals(new JdbcTemplate(postgres.superuser()).queryForObject("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                          and database = (select oid from pg_database where datname = current_database()))""", Boolean.class));
    }
}
