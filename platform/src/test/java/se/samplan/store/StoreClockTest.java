package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class StoreClockTest {

    private static final Instant NOON = Instant.parse("2022-06-15T12:00:00Z");

    private final AtomicReference<Instant> database = new AtomicReference<>(NOON);
    private final AtomicLong nanos = new AtomicLong(42);
    private final AtomicLong millis = new AtomicLong();
    private final StoreClock clock = new StoreClock(database::get, nanos::get, millis::get);

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void it_goes_on_from_what_the_database_showed() {
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void it_looks_each_minute_and_at_once_when_the_machine_has_slept() {
        database.set(NOON.plusSeconds(7));
        resume(Duration.ofSeconds(59));
        clock.tick();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(59));
        resume(Duration.ofSeconds(1));
        database.set(NOON.plusSeconds(70));
        clock.tick();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(70));

        millis.addAndGet(1001); // asleep: the other one stood still
        database.set(NOON.plusSeconds(3600));
        clock.tick();

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    private void resume(Duration time) {
        nanos.addAndGet(time.toNanos());
        millis.addAndGet(time.toMillis());
    }

    /** Who asks at this moment by a clock that is right is not in the future. */
    @Test
    void it_is_never_behind_however_long_the_way_was() {
        var ways = new ArrayDeque<>(List.of(90, 4, 60));
        var slow = new StoreClock(
                () -> {
                    nanos.addAndGet(Duration.ofMillis(ways.remove()).toNanos()); // and then the answer is given
                    return NOON.plusNanos(nanos.get() - 42);
                },
                nanos::get,
                millis::get);

        assertThat(slow.instant())
                .isBetween(
                        NOON.plusNanos(nanos.get() - 42),
                        NOON.plusNanos(nanos.get() - 42).plusMillis(4));
        slow.close();
    }

    @Test
    void it_follows_the_database_forward_at_the_next_look() {
        database.set(NOON.plusSeconds(7));
        assertThat(clock.instant()).isEqualTo(NOON);

        clock.look();

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void it_stands_still_until_a_database_that_went_back_has_caught_up() {
        database.set(NOON.minusSeconds(2));
        clock.look();

        assertThat(clock.instant()).isEqualTo(NOON);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(clock.instant()).isEqualTo(NOON);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    /** A process whose own clock is an hour ahead would otherwise hold its segments for an hour after its end. */
    @Test
    void the_program_and_its_claims_go_by_the_database() {
        var postgres = TestPostgres.fresh();
        try (var program = NotebookApplication.start(postgres)) {
            var used = program.getBean(StoreClock.class);
            var shown = Objects.requireNonNull(
                    new JdbcTemplate(postgres.app()).queryForObject("select clock_timestamp()", OffsetDateTime.class));

            assertThat(AbstractTokenEntry.clock).isSameAs(used);
            assertThat(Duration.between(shown.toInstant(), used.instant()).abs())
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
