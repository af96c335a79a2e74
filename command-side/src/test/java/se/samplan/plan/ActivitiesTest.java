package se.samplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.clearance.ClearanceId;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.policy.PolicyKind;

class ActivitiesTest {

    private static final ActivityId ID = ActivityId.random();
    private static final ActivityId MEASURE = ActivityId.random();
    private static final PlanId PLAN = PlanId.random();
    private static final Instant BEFORE = THEN.minusNanos(1_000);
    private static final LocalDate SOON = LocalDate.of(2022, 3, 10);

    private static PlanActivity plan(
            LaneId lane, LaneId owner, Provenance provenance, @Nullable PlanId plan, LocalDate to) {
        return new PlanActivity(
                CASE,
                lane,
                ID,
                owner,
                plan,
                ActivityKind.MAPPING,
                FROM,
                to,
                BigDecimal.TEN,
                null,
                false,
                null,
                provenance,
                TEXT,
                EffectiveAt.instant(NOW));
    }

    private static CaseUnderTest planning() {
        return where(planned(ID, MUNICIPALITY, ActivityKind.WORK_PLACEMENT, SOON, TO, "10", true, null));
    }

    private static CaseUnderTest besideMeasure() {
        return planning().having(planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH, SOON, TO));
    }

    private static StartActivity start(LaneId lane, ActivityId id, @Nullable Sealed reason, Instant at) {
        return new StartActivity(CASE, lane, id, reason, EffectiveAt.instant(at));
    }

    private static StartActivity start(@Nullable Sealed reason) {
        return start(MUNICIPALITY, ID, reason, NOW);
    }

    @Nested
    class Plan_activity {

        @Test
        void is_planned() {
            assertThat(where(new PlanDrafted(PLAN, MUNICIPALITY, FROM, null, null, THEN))
                            .when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, PLAN, TO))
                            .events())
                    .containsExactly(new ActivityPlanned(
                            ID,
                            MUNICIPALITY,
                            MUNICIPALITY,
                            PLAN,
                            ActivityKind.MAPPING,
                            FROM,
                            TO,
                            BigDecimal.TEN,
                            null,
                            false,
                            null,
                            Provenance.OWN,
                            null,
                            TEXT,
                            NOW));
        }

        @Test
        void is_refused_beyond_what_a_case_holds_of_a_lane() {
            var open = where().having(activities(Activities.MOST_OPEN, true));
            var ended = where().having(activities(Activities.MOST, false));
            var next = plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, null, TO);

            assertThat(open.when(next).refusal()).isEqualTo(PlanRefusal.TOO_MANY_ACTIVITIES);
            assertThat(ended.when(next).refusal()).isEqualTo(PlanRefusal.TOO_MANY_ACTIVITIES);
            assertThat(open.when(plan(AGENCY, AGENCY, Provenance.OWN, null, TO)).events(ActivityPlanned.class))
                    .hasSize(1);
            assertThat(where().having(activities(Activities.MOST_OPEN - 1, true))
                            .having(activities(Activities.MOST - Activities.MOST_OPEN, false))
                            .when(next)
                            .events(ActivityPlanned.class))
                    .hasSize(1);
        }

        private static CaseEvent[] activities(int count, boolean open) {
            return Stream.generate(ActivityId::random)
                    .limit(count)
                    .flatMap(id -> Stream.of(
                                    planned(id, MUNICIPALITY, ActivityKind.MAPPING),
                                    new ActivityCompleted(id, MUNICIPALITY, THEN))
                            .limit(open ? 1 : 2))
                    .toArray(CaseEvent[]::new);
        }

        @Test
        void does_not_end_before_it_starts_and_may_last_a_day() {
            assertThat(where().when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, null, FROM))
                            .events())
                    .hasSize(1);
            assertThat(where().when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, null, FROM.minusDays(1)))
                            .refusal())
                    .isEqualTo(PlanRefusal.ENDS_BEFORE_START);
        }

        @Test
        void anothers_says_how_it_is_known_and_ones_own_is_own() {
            assertThat(where().when(plan(MUNICIPALITY, AGENCY, Provenance.STATED, null, TO))
                            .events())
                    .hasSize(1);
            assertThat(where().when(plan(MUNICIPALITY, AGENCY, Provenance.OWN, null, TO))
                            .refusal())
                    .isEqualTo(PlanRefusal.NOT_THE_OWNER);
            assertThat(where().when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.STATED, null, TO))
                            .refusal())
                    .isEqualTo(PlanRefusal.NOT_THE_OWNER);
        }

        @Test
        void names_a_plan_of_its_own_lane_drafted_by_then() {
            var drafted = where(new PlanDrafted(PLAN, AGENCY, FROM, null, null, NOW));

            assertThat(where().when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, PLAN, TO))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_PLAN);
            assertThat(drafted.when(plan(MUNICIPALITY, MUNICIPALITY, Provenance.OWN, PLAN, TO))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_PLAN);
            assertThat(where(new PlanDrafted(PLAN, AGENCY, FROM, null, null, NOW.plusNanos(1_000)))
                            .when(plan(AGENCY, AGENCY, Provenance.OWN, PLAN, TO))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(drafted.when(plan(AGENCY, AGENCY, Provenance.OWN, PLAN, TO))
                            .events())
                    .hasSize(1);
        }
    }

    @Nested
    class Start_activity {

        @Test
        void starts_freely_where_nothing_is_beside_it() {
            assertThat(planning().when(start(TEXT)).events())
                    .containsExactly(new ActivityStarted(ID, MUNICIPALITY, false, null, NOW));
        }

        @Test
        void starts_freely_beside_a_measure_that_the_municipality_may_not_know_of() {
            assertThat(besideMeasure().when(start(null)).events())
                    .containsExactly(new ActivityStarted(ID, MUNICIPALITY, false, null, NOW));
        }

        @Test
        void without_clearance_needs_a_reason_and_warns() {
            var known = besideMeasure().having(consentToActivities());

            assertThat(known.when(start(null)).refusal()).isEqualTo(PlanRefusal.REASON_NEEDED);
            var decided = known.when(start(TEXT));
            assertThat(decided.events()).containsExactly(new ActivityStarted(ID, MUNICIPALITY, true, TEXT, NOW));
            assertThat(decided.accepted().responseFields())
                    .extractingByKey("warnings")
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.get("code")).isEqualTo("DEREGISTRATION_RISK"));
        }

        @Test
        void without_clearance_is_refused_where_the_policy_is_strict() {
            assertThat(besideMeasure()
                            .having(consentToActivities())
                            .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "1481", "strictClearance=true")
                            .when(start(TEXT))
                            .refusal())
                    .isEqualTo(PlanRefusal.CLEARANCE_NEEDED);
        }

        @Test
        void with_clearance_starts_where_the_policy_is_strict() {
            var clearance = ClearanceId.random();

            assertThat(besideMeasure()
                            .having(
                                    consentToActivities(),
                                    Happened.clearance(clearance, ID, TO),
                                    Happened.granted(clearance, NOW, null))
                            .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "1481", "strictClearance=true")
                            .when(start(TEXT))
                            .events())
                    .containsExactly(new ActivityStarted(ID, MUNICIPALITY, false, null, NOW));
        }

        @Test
        void clearance_counts_from_its_instant_to_its_last_days_end() {
            var clearance = ClearanceId.random();
            var dayEnds = Instant.parse("2022-03-10T23:00:00Z");
            var known = besideMeasure()
                    .having(
                            consentToActivities(),
                            Happened.clearance(clearance, ID, TO),
                            Happened.granted(clearance, NOW, SOON));

            assertThat(known.when(start(MUNICIPALITY, ID, null, NOW.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(PlanRefusal.REASON_NEEDED);
            assertThat(known.at(dayEnds)
                            .when(start(MUNICIPALITY, ID, null, dayEnds.minusNanos(1_000)))
                            .events())
                    .hasSize(1);
            assertThat(known.at(dayEnds)
                            .when(start(MUNICIPALITY, ID, null, dayEnds))
                            .refusal())
                    .isEqualTo(PlanRefusal.REASON_NEEDED);
        }

        @Test
        void a_rule_applies_as_far_as_its_actor_knew_then_and_may_know_now() {
            var hour = THEN.plusSeconds(3_600);
            var known = besideMeasure()
                    .having(Happened.consent(
                            GroundId.random(),
                            hour,
                            hour.plusSeconds(3_600),
                            Set.of(InformationKind.ACTIVITIES),
                            MUNICIPALITY,
                            AGENCY));

            assertThat(known.at(hour).when(start(MUNICIPALITY, ID, null, hour)).refusal())
                    .as("known then and now")
                    .isEqualTo(PlanRefusal.REASON_NEEDED);
            assertThat(known.at(hour)
                            .when(start(MUNICIPALITY, ID, null, hour.minusNanos(1_000)))
                            .events())
                    .as("known now and not then")
                    .hasSize(1);
            assertThat(known.at(hour.plusSeconds(3_600))
                            .when(start(MUNICIPALITY, ID, null, hour))
                            .events())
                    .as("known then and not now")
                    .hasSize(1);
        }

        @Test
        void a_measure_stated_by_the_participant_counts_too() {
            assertThat(planning()
                            .having(new ActivityPlanned(
                                    MEASURE,
                                    MUNICIPALITY,
                                    AGENCY,
                                    null,
                                    ActivityKind.PREPARE_AND_MATCH,
                                    SOON,
                                    TO,
                                    BigDecimal.TEN,
                                    null,
                                    false,
                                    null,
                                    Provenance.STATED,
                                    null,
                                    null,
                                    THEN))
                            .when(start(null))
                            .refusal())
                    .isEqualTo(PlanRefusal.REASON_NEEDED);
        }

        @Test
        void a_measure_that_is_over_by_then_counts_no_longer() {
            var known = planning().having(consentToActivities());

            assertThat(known.having(planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH, SOON, SOON))
                            .when(start(null))
                            .refusal())
                    .as("on its last day")
                    .isEqualTo(PlanRefusal.REASON_NEEDED);
            assertThat(known.at(NOW.plusSeconds(86_400))
                            .when(start(MUNICIPALITY, ID, null, NOW.plusSeconds(86_400)))
                            .events())
                    .as("the day after")
                    .hasSize(1);
            assertThat(besideMeasure()
                            .having(consentToActivities(), new ActivityCompleted(MEASURE, AGENCY, NOW))
                            .when(start(null))
                            .events())
                    .as("completed")
                    .hasSize(1);
        }

        @Test
        void the_agency_needs_nobodys_clearance() {
            assertThat(besideMeasure()
                            .having(consentToActivities())
                            .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "AF", "strictClearance=true")
                            .when(start(AGENCY, MEASURE, null, NOW))
                            .events())
                    .containsExactly(new ActivityStarted(MEASURE, AGENCY, false, null, NOW));
        }

        @Test
        void is_refused_when_started_or_ended_or_unknown_or_before_it_was_planned() {
            assertThat(planning()
                            .having(new ActivityStarted(ID, MUNICIPALITY, false, null, THEN))
                            .when(start(null))
                            .refusal())
                    .isEqualTo(PlanRefusal.ALREADY_STARTED);
            assertThat(planning()
                            .having(new ActivityCompleted(ID, MUNICIPALITY, THEN))
                            .when(start(null))
                            .refusal())
                    .isEqualTo(PlanRefusal.ACTIVITY_ENDED);
            assertThat(planning().when(start(AGENCY, ID, null, NOW)).refusal()).isEqualTo(PlanRefusal.UNKNOWN_ACTIVITY);
            assertThat(planning().when(start(MUNICIPALITY, ID, null, BEFORE)).refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class Reschedule_activity {

        @Test
        void is_moved() {
            assertThat(planning()
                            .when(new RescheduleActivity(
                                    CASE, MUNICIPALITY, ID, FROM, null, BigDecimal.ONE, EffectiveAt.instant(NOW)))
                            .events())
                    .containsExactly(new ActivityRescheduled(ID, MUNICIPALITY, FROM, null, BigDecimal.ONE, NOW));
        }

        @Test
        void is_refused_backwards_or_when_ended_or_unknown() {
            assertThat(planning()
                            .when(new RescheduleActivity(
                                    CASE, MUNICIPALITY, ID, TO, FROM, BigDecimal.ONE, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.ENDS_BEFORE_START);
            assertThat(planning()
                            .having(new ActivityInterrupted(ID, MUNICIPALITY, InterruptionReason.WORK, null, THEN))
                            .when(new RescheduleActivity(
                                    CASE, MUNICIPALITY, ID, FROM, TO, BigDecimal.ONE, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.ACTIVITY_ENDED);
            assertThat(planning()
                            .when(new RescheduleActivity(
                                    CASE, NEIGHBOUR, ID, FROM, TO, BigDecimal.ONE, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_ACTIVITY);
        }
    }

    @Nested
    class End_of_an_activity {

        @Test
        void is_completed_or_interrupted_with_a_reason() {
            assertThat(planning()
                            .when(new CompleteActivity(CASE, MUNICIPALITY, ID, EffectiveAt.instant(NOW)))
                            .events())
                    .containsExactly(new ActivityCompleted(ID, MUNICIPALITY, NOW));
            assertThat(planning()
                            .when(new InterruptActivity(
                                    CASE, MUNICIPALITY, ID, InterruptionReason.HEALTH, TEXT, EffectiveAt.instant(NOW)))
                            .events())
                    .containsExactly(new ActivityInterrupted(ID, MUNICIPALITY, InterruptionReason.HEALTH, TEXT, NOW));
        }

        @Test
        void is_not_before_its_start() {
            var started = planning().having(new ActivityStarted(ID, MUNICIPALITY, false, null, NOW));
            var before = NOW.minusNanos(1_000);

            assertThat(started.when(new CompleteActivity(CASE, MUNICIPALITY, ID, EffectiveAt.instant(NOW)))
                            .events())
                    .hasSize(1);
            assertThat(started.when(new CompleteActivity(CASE, MUNICIPALITY, ID, EffectiveAt.instant(before)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(started.when(new InterruptActivity(
                                    CASE,
                                    MUNICIPALITY,
                                    ID,
                                    InterruptionReason.HEALTH,
                                    TEXT,
                                    EffectiveAt.instant(before)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @Test
        void happens_once_and_to_ones_own() {
            for (var ended : List.of(
                    new ActivityCompleted(ID, MUNICIPALITY, THEN),
                    new ActivityInterrupted(ID, MUNICIPALITY, InterruptionReason.WORK, null, THEN))) {
                assertThat(planning()
                                .having(ended)
                                .when(new CompleteActivity(CASE, MUNICIPALITY, ID, EffectiveAt.instant(NOW)))
                                .refusal())
                        .isEqualTo(PlanRefusal.ACTIVITY_ENDED);
            }
            assertThat(planning()
                            .when(new CompleteActivity(CASE, AGENCY, ID, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_ACTIVITY);
            assertThat(planning()
                            .when(new InterruptActivity(
                                    CASE, AGENCY, ID, InterruptionReason.HEALTH, null, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_ACTIVITY);
        }
    }
}
