package se.samplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.planned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.clearance.ClearanceCondition;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionKind;
import se.samplan.command.EffectiveAt;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;

/** A clearance covers what it was asked for, and nothing that came to it later. */
class ClearanceCoversTest {

    private static final ClearanceId ID = ClearanceId.random();
    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId MEASURE = ActivityId.random();
    private static final EffectiveAt AT = EffectiveAt.instant(NOW);

    /** Asked for 10 hours a week at a workplace, beside a measure of the agency. */
    private static CaseUnderTest cleared(ClearanceCondition... conditions) {
        return where(planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, null))
                .having(
                        Happened.consentToActivities(),
                        planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH),
                        Happened.clearance(ID, OURS, LocalDate.of(2022, 3, 15)),
                        new ClearanceGranted(ID, AGENCY, new TreeSet<>(Set.of(conditions)), null, null, THEN));
    }

    private static RescheduleActivity move(LocalDate from, LocalDate to, String hours) {
        return new RescheduleActivity(CASE, MUNICIPALITY, OURS, from, to, new BigDecimal(hours), AT);
    }

    private static ActivityRescheduled moved(LocalDate from, LocalDate to, String hours) {
        return new ActivityRescheduled(OURS, MUNICIPALITY, from, to, new BigDecimal(hours), THEN);
    }

    private static boolean startsWithout(CaseUnderTest where) {
        return where.when(new StartActivity(CASE, MUNICIPALITY, OURS, TEXT, AT))
                .events(ActivityStarted.class)
                .getFirst()
                .withoutClearance();
    }

    @Nested
    class Hours_and_days {

        @ParameterizedTest
        @CsvSource({
            "0, 0, 10.00, false",
            "1, -1, 9.99, false",
            "0, 0, 10.01, true",
            "-1, 0, 10, true",
            "0, 1, 10, true",
        })
        void beyond_what_was_asked_for_collide_again_and_start_without_clearance(
                int earlier, int later, String hours, boolean beyond) {
            var from = FROM.plusDays(earlier);
            var to = TO.plusDays(later);

            var found = cleared().when(move(from, to, hours)).events(CollisionFound.class);

            assertThat(found)
                    .extracting(CollisionFound::kind)
                    .isEqualTo(beyond ? List.of(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE) : List.of());
            assertThat(startsWithout(cleared().having(moved(from, to, hours)))).isEqualTo(beyond);
        }
    }

    @Nested
    class Conditions {

        @Test
        void not_at_a_workplace_does_not_cover_a_workplace() {
            assertThat(startsWithout(cleared(ClearanceCondition.NOT_AT_WORKPLACE)))
                    .isTrue();
            assertThat(startsWithout(cleared(ClearanceCondition.REPORT_MONTHLY)))
                    .isFalse();
        }

        @Test
        void ends_with_the_start_of_the_measure_and_not_before() {
            var ending = cleared(ClearanceCondition.END_WHEN_MEASURE_STARTS);
            assertThat(startsWithout(ending)).isFalse();

            var starts = new StartActivity(CASE, AGENCY, MEASURE, null, AT);
            assertThat(ending.when(starts).events(CollisionFound.class))
                    .extracting(CollisionFound::kind)
                    .containsExactly(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
            assertThat(cleared().when(starts).events(CollisionFound.class)).isEmpty();
            assertThat(startsWithout(ending.having(new ActivityStarted(MEASURE, AGENCY, false, null, THEN))))
                    .isTrue();
        }
    }
}
