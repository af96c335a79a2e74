package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Many courses of writers and readers, each by a seed of its own. {@code -Dsamplan.interleaving=1000000} makes so many
 * events; {@code -Dsamplan.interleaving.seed=S} begins with the course of that seed, as a failure names it.
 */
class InterleavingTest {

    private static final int EVENTS = Integer.getInteger("samplan.interleaving", 20_000);
    private static final int EVENTS_OF_A_COURSE = 2_000;

    @Test
    void however_transactions_begin_and_end_readers_see_each_event_once_and_in_order() throws SQLException {
        long seed = Long.getLong("samplan.interleaving.seed", System.currentTimeMillis());
        var postgres = TestPostgres.fresh();
        var all = Interleaving.Verdict.NONE;
        for (; all.events() < EVENTS; seed++) {
            Interleaving.Verdict verdict;
            try (var course = new Interleaving(postgres, seed)) {
                verdict = course.run(Math.min(EVENTS, EVENTS_OF_A_COURSE));
            }
            assertThat(verdict.skipped() + verdict.duplicated() + verdict.outOfOrder())
                    .as("-Dsamplan.interleaving.seed=%d: %s", seed, verdict)
                    .isZero();
            assertThat(verdict.oracleAgrees())
                    .as("the oracle, -Dsamplan.interleaving.seed=%d", seed)
                    .isTrue();
            all = all.and(verdict);
        }
        System.out.println(all);
        assertThat(all.skippedWithoutBound())
                .as("without the bound these courses lose events, so they would show a defect")
                .isPositive();
    }

    @Test
    void a_seed_repeats_its_course() throws SQLException {
        try (var first = new Interleaving(TestPostgres.fresh(), 7);
                var again = new Interleaving(TestPostgres.fresh(), 7)) {
            var expected = again.run(500);

            assertThat(first.run(500))
                    .usingRecursiveComparison()
                    .ignoringFields("longestWaitMillis")
                    .isEqualTo(expected);
        }
    }
}
