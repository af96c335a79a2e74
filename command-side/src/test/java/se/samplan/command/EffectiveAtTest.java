package se.samplan.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.samplan.refusal.Rejected;

/** The first of March 2022 in Stockholm lasts from 23:00 to 23:00 in UTC. */
class EffectiveAtTest {

    private static final Instant FIRST = Instant.parse("2022-02-28T23:00:00Z");
    private static final Instant NOON = Instant.parse("2022-03-01T11:00:00Z");
    private static final Instant LAST = Instant.parse("2022-03-01T22:59:59.999999Z");
    private static final EffectiveAt DAY = EffectiveAt.day(LocalDate.of(2022, 3, 1));

    @Test
    void what_happened_on_a_day_is_not_before_anything_of_that_day() {
        assertThat(DAY.notBefore(FIRST.minusNanos(1_000))).isEqualTo(FIRST);
        assertThat(DAY.notBefore(FIRST)).isEqualTo(FIRST);
        assertThat(DAY.notBefore(NOON)).isEqualTo(NOON);
        assertThat(DAY.notBefore(LAST)).isEqualTo(LAST);
        assertThat(DAY.isBefore(LAST)).isFalse();
        assertRefused(DAY, LAST.plusNanos(1_000));
    }

    @Test
    void an_instant_is_before_its_cause_if_it_is() {
        assertThat(EffectiveAt.instant(NOON).notBefore(NOON)).isEqualTo(NOON);
        assertRefused(EffectiveAt.instant(NOON.minusNanos(1_000)), NOON);
    }

    @Test
    void rules_judge_by_all_that_was_recorded_of_the_day_so_far() {
        assertThat(DAY.judgedAt(NOON)).isEqualTo(NOON);
        assertThat(DAY.judgedAt(LAST.plusSeconds(60))).isEqualTo(LAST);
        assertThat(EffectiveAt.instant(NOON).judgedAt(LAST)).isEqualTo(NOON);
    }

    @Test
    void a_day_has_come_with_its_first_instant() {
        DAY.requireNotAfter(FIRST);
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> DAY.requireNotAfter(FIRST.minusNanos(1_000)))
                .matches(refusal -> refusal.reason() == TimeRefusal.IN_THE_FUTURE);
    }

    private static void assertRefused(EffectiveAt effectiveAt, Instant cause) {
        assertThat(effectiveAt.isBefore(cause)).isTrue();
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> effectiveAt.notBefore(cause))
                .matches(refusal -> refusal.reason() == TimeRefusal.BEFORE_ITS_CAUSE);
    }
}
