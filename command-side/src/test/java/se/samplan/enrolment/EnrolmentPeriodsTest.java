package se.samplan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.planned;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;

/** Enrolments entered long after they took place: their periods overlap or they do not. */
class EnrolmentPeriodsTest {

    private static final EnrolmentId LATER = EnrolmentId.random();
    private static final EnrolmentId ID = EnrolmentId.random();
    private static final Instant EARLIER = Instant.parse("2020-01-10T09:00:00Z");
    private static final Instant A_MICROSECOND_LATER = THEN.plusNanos(1_000);

    private final CaseUnderTest endedSince = where(enrolled(LATER, THEN), ended(LATER, NOW));

    private static ParticipantEnrolled enrolled(EnrolmentId id, Instant at) {
        return new ParticipantEnrolled(id, MUNICIPALITY, null, EnrolmentForm.PROGRAMME, null, at);
    }

    private static EnrolmentEnded ended(EnrolmentId id, Instant at) {
        return new EnrolmentEnded(id, MUNICIPALITY, Outcome.OTHER, List.of(), null, TEXT, at);
    }

    private static EnrolParticipant enrol(EffectiveAt from, @Nullable EffectiveAt to) {
        var ending = to == null ? null : new Ending(Outcome.OTHER, List.of(), null, TEXT, to);
        return new EnrolParticipant(CASE, MUNICIPALITY, ID, null, EnrolmentForm.PROGRAMME, null, from, ending);
    }

    private static EnrolParticipant enrol(Instant from, @Nullable Instant to) {
        return enrol(EffectiveAt.instant(from), to == null ? null : EffectiveAt.instant(to));
    }

    @Test
    void a_past_one_is_entered_with_its_end() {
        assertThat(endedSince.when(enrol(EARLIER, THEN)).events())
                .containsExactly(enrolled(ID, EARLIER), ended(ID, THEN));
        assertThat(endedSince.when(enrol(EARLIER, A_MICROSECOND_LATER)).refusal())
                .isEqualTo(EnrolmentRefusal.ALREADY_ENROLLED);
        assertThat(endedSince.when(enrol(EARLIER, null)).refusal())
                .as("without an end it goes on into the next")
                .isEqualTo(EnrolmentRefusal.ALREADY_ENROLLED);
    }

    @Test
    void a_past_one_leaves_open_what_belongs_to_the_next() {
        var withActivity =
                where(enrolled(LATER, THEN), planned(ActivityId.random(), MUNICIPALITY, ActivityKind.MAPPING));

        assertThat(withActivity.when(enrol(EARLIER, THEN)).events()).hasSize(2);
        assertThat(where(planned(ActivityId.random(), MUNICIPALITY, ActivityKind.MAPPING))
                        .when(enrol(EARLIER, THEN))
                        .refusal())
                .isEqualTo(EnrolmentRefusal.ENTRIES_OPEN);
    }

    @Test
    void one_in_error_is_entered_again() {
        var inError = where(
                enrolled(ID, EARLIER),
                ended(ID, THEN),
                enrolled(LATER, THEN),
                new EnteredInError(ID.value(), MUNICIPALITY, ErrorReason.WRONG_FACTS, TEXT, NOW));

        assertThat(inError.when(enrol(EARLIER, THEN)).events()).hasSize(2);
    }

    @Test
    void ends_neither_before_it_began_nor_in_the_future() {
        assertThat(where().when(enrol(THEN, THEN.minusNanos(1_000))).refusal()).isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        assertThat(where().when(enrol(THEN, NOW)).events()).hasSize(2);
        assertThat(where().when(enrol(THEN, NOW.plusNanos(1_000))).refusal()).isEqualTo(TimeRefusal.IN_THE_FUTURE);
    }

    @Test
    void one_of_a_day_follows_what_had_ended_that_day() {
        var day = SwedishDays.of(NOW);

        assertThat(endedSince.when(enrol(EffectiveAt.day(day), null)).events())
                .as("within one day the order of recording decides")
                .containsExactly(enrolled(ID, NOW));
        assertThat(endedSince
                        .when(enrol(EffectiveAt.day(day.minusDays(1)), null))
                        .refusal())
                .isEqualTo(EnrolmentRefusal.ALREADY_ENROLLED);
        assertThat(endedSince
                        .when(enrol(EffectiveAt.day(LocalDate.of(2020, 1, 10)), EffectiveAt.day(SwedishDays.of(THEN))))
                        .events())
                .as("a former one ends on the day on which the next began")
                .hasSize(2);
    }
}
