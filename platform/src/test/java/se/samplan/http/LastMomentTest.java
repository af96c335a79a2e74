package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastMomentTest {

    @Test
    void a_last_day_is_included_to_its_last_instant() {
        assertThat(LastMoment.of("2022-03-01").end()).isEqualTo(Instant.parse("2022-03-01T23:00:00Z"));
        assertThat(LastMoment.of("2022-03-27").end()).isEqualTo(Instant.parse("2022-03-27T22:00:00Z"));
    }

    @Test
    void an_instant_is_the_end_itself() {
        assertThat(LastMoment.of("2022-03-01T12:00:00+01:00").end()).isEqualTo(Instant.parse("2022-03-01T11:00:00Z"));
    }

    @Test
    void what_is_neither_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LastMoment.of("2022-3-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> LastMoment.of("2201-01-01"));
    }
}
