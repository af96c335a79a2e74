package se.samplan.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.samplan.SettableClock;
import se.samplan.pipeline.Idempotency.Earlier;
import se.samplan.refusal.Rejected;
import se.samplan.web.Running;
import se.samplan.web.TestStaff;

/** A day's hashing key that was destroyed is nowhere any more: in no process, and not made again. */
class ForgottenKeysTest {

    private static final Running RUNNING = Running.shared();

    /** Long ago, so that nobody else's keys are forgotten. */
    private static final LocalDate DAY = LocalDate.of(2001, 1, 1);

    private static final Instant THEN = Instant.parse("2001-01-01T12:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final CommandEnvelope sending = new CommandEnvelope(
            TestStaff.CASEWORKER.claimed(), null, new IdempotencyKey("key"), new RequestContent("", new byte[0]));
    private final Earlier another = new Earlier(DAY, "the hash of another body", UUID.randomUUID(), 1);

    private Idempotency process() {
        return new Idempotency(RUNNING.bean("tokenDataSource", DataSource.class), clock);
    }

    @Test
    void a_process_drops_it_though_another_one_destroyed_it() {
        clock.standAt(THEN);
        var process = process();
        process.row(sending, UUID.randomUUID());
        assertThatThrownBy(() -> process.repeated(sending, Optional.of(another)))
                .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.reason())
                        .isEqualTo(SendingRefusal.IDEMPOTENCY_KEY_REUSED));

        clock.goAhead(Duration.ofDays(Idempotency.DAYS + 1));
        process().forget();

        assertThat(process.repeated(sending, Optional.of(another))).isEmpty();
    }

    @Test
    void a_sending_whose_row_was_read_just_before_is_a_first_one_and_makes_no_key() {
        clock.standAt(THEN.plus(Duration.ofDays(Idempotency.DAYS + 1)));
        process().forget();

        assertThat(process().repeated(sending, Optional.of(another))).isEmpty();
        assertThat(RUNNING.database()
                        .sql("select count(*) from samplan.idempotency_key where used_on = ?")
                        .param(DAY)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
