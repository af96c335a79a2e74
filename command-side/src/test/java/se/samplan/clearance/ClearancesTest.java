package se.samplan.clearance;

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
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.collision.Resolution;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.consent.ConsentRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.coordination.LetTimePass;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.PlanRefusal;
import se.samplan.policy.PolicyKind;

class ClearancesTest {

    private static final ClearanceId ID = ClearanceId.random();
    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId MEASURE = ActivityId.random();

    /** Ten working days after Tuesday the 1st of March. */
    private static final LocalDate RESPOND_BY = LocalDate.of(2022, 3, 15);

    private static final Instant DUE = Instant.parse("2022-03-15T23:00:00Z");
    private static final Instant BEFORE = THEN.minusNanos(1_000);

    private static CaseUnderTest planning() {
        return where(planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, null));
    }

    private static CaseUnderTest requested() {
        return planning().having(consentToActivities(), Happened.clearance(ID, OURS, RESPOND_BY));
    }

    private static CaseUnderTest collided() {
        return requested()
                .having(
                        planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH),
                        new CollisionFound(
                                CollisionId.random(),
                                MUNICIPALITY,
                                AGENCY,
                                CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE,
                                OURS,
                                MEASURE,
                                FROM,
                                TO,
                                null,
                                THEN));
    }

    private static RequestClearance request(LaneId lane, Instant at) {
        return new RequestClearance(CASE, lane, ID, OURS, TEXT, EffectiveAt.instant(at));
    }

    private static GrantClearance grant(LaneId lane, @Nullable LocalDate until, Instant at) {
        return new GrantClearance(
                CASE,
                lane,
                ID,
                new TreeSet<>(Set.of(ClearanceCondition.REPORT_MONTHLY)),
                TEXT,
                until,
                EffectiveAt.instant(at));
    }

    private static DenyClearance deny(LaneId lane, Instant at) {
        return new DenyClearance(CASE, lane, ID, DenialReason.DOUBLE_WORK, TEXT, EffectiveAt.instant(at));
    }

    private static WithdrawClearance withdraw(LaneId lane, Instant at) {
        return new WithdrawClearance(CASE, lane, ID, TEXT, EffectiveAt.instant(at));
    }

    private static ClearanceDenied denied() {
        return new ClearanceDenied(ID, AGENCY, DenialReason.OTHER, null, THEN);
    }

    private static ActivityRescheduled moved(String hours) {
        return new ActivityRescheduled(OURS, MUNICIPALITY, FROM, TO, new BigDecimal(hours), THEN);
    }

    @Nested
    class Request_clearance {

        @Test
        void is_asked_of_the_agency_with_the_last_day_for_an_answer() {
            var decided = planning().having(consentToActivities()).when(request(MUNICIPALITY, THEN));

            assertThat(decided.events())
                    .containsExactly(new ClearanceRequested(ID, MUNICIPALITY, AGENCY, OURS, TEXT, RESPOND_BY, THEN));
            assertThat(decided.metadata(ClearanceRequested.class)).containsEntry("policy", "default");
            assertThat(decided.accepted().responseFields()).containsEntry("respondBy", RESPOND_BY);
        }

        @Test
        void is_answered_within_the_days_of_the_municipalitys_policy() {
            assertThat(planning()
                            .having(consentToActivities())
                            .policy(PolicyKind.CLEARANCE_ANSWER, "1481", "days=3", "dayKind=CALENDAR")
                            .when(request(MUNICIPALITY, THEN))
                            .events(ClearanceRequested.class)
                            .getFirst()
                            .respondBy())
                    .isEqualTo(LocalDate.of(2022, 3, 4));
        }

        @Test
        void needs_a_ground_for_activities_in_force_when_it_takes_effect_and_now() {
            var from = THEN.plusSeconds(100);
            var to = THEN.plusSeconds(200);
            var last = to.minusNanos(1_000);
            var granted = planning()
                    .having(Happened.consent(
                            GroundId.random(), from, to, Set.of(InformationKind.ACTIVITIES), MUNICIPALITY, AGENCY));

            assertThat(planning().when(request(MUNICIPALITY, NOW)).refusal()).isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(granted.at(last)
                            .when(request(MUNICIPALITY, from.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(granted.at(last).when(request(MUNICIPALITY, from)).events())
                    .hasSize(1);
            assertThat(granted.at(last).when(request(MUNICIPALITY, last)).events())
                    .hasSize(1);
            assertThat(granted.at(to).when(request(MUNICIPALITY, from)).refusal())
                    .isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(granted.at(to).when(request(MUNICIPALITY, to)).refusal()).isEqualTo(ConsentRefusal.NO_GROUND);
        }

        @Test
        void is_not_dated_back_to_before_a_withdrawal() {
            var ground = GroundId.random();
            var withdrawnAt = THEN.plusSeconds(200);
            var withdrawn = planning()
                    .having(
                            Happened.consent(ground, Set.of(InformationKind.ACTIVITIES), MUNICIPALITY, AGENCY),
                            new ConsentWithdrawn(ground, MUNICIPALITY, withdrawnAt));

            assertThat(withdrawn
                            .at(withdrawnAt)
                            .when(request(MUNICIPALITY, THEN))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(withdrawn
                            .having(consentToActivities())
                            .when(request(MUNICIPALITY, THEN))
                            .events())
                    .hasSize(1);
        }

        @Test
        void needs_a_ground_for_activities_between_those_two() {
            assertThat(planning()
                            .having(
                                    Happened.consent(
                                            GroundId.random(), Set.of(InformationKind.PLAN), MUNICIPALITY, AGENCY),
                                    Happened.consent(
                                            GroundId.random(),
                                            Set.of(InformationKind.ACTIVITIES),
                                            MUNICIPALITY,
                                            NEIGHBOUR))
                            .when(request(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NO_GROUND);
        }

        @Test
        void is_for_an_open_activity_of_ones_own() {
            assertThat(planning()
                            .having(consentToActivities())
                            .when(request(NEIGHBOUR, NOW))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_ACTIVITY);
            assertThat(planning()
                            .having(consentToActivities(), new ActivityCompleted(OURS, MUNICIPALITY, THEN))
                            .when(request(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(PlanRefusal.ACTIVITY_ENDED);
            assertThat(planning()
                            .having(consentToActivities())
                            .when(request(MUNICIPALITY, BEFORE))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @Test
        void is_not_asked_twice_while_it_waits_or_holds() {
            assertThat(requested().when(request(MUNICIPALITY, NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ALREADY_REQUESTED);
            assertThat(requested()
                            .having(Happened.granted(ID, THEN, null))
                            .when(request(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ALREADY_REQUESTED);
        }

        @Test
        void is_asked_again_for_more_than_was_asked_for() {
            var given = requested().having(Happened.granted(ID, THEN, null));
            var again = request(MUNICIPALITY, NOW);

            assertThat(given.having(moved("10.01")).when(again).events()).hasSize(1);
            assertThat(given.having(moved("10")).when(again).refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ALREADY_REQUESTED);
        }

        @Test
        void is_asked_again_when_denied_withdrawn_or_over() {
            var again = new RequestClearance(
                    CASE, MUNICIPALITY, ClearanceId.random(), OURS, null, EffectiveAt.instant(NOW));

            assertThat(requested().having(denied()).when(again).events()).hasSize(1);
            assertThat(requested()
                            .having(new ClearanceWithdrawn(ID, MUNICIPALITY, null, THEN))
                            .when(again)
                            .events())
                    .hasSize(1);
            assertThat(requested()
                            .having(Happened.granted(ID, THEN, LocalDate.of(2022, 3, 9)))
                            .when(again)
                            .events())
                    .hasSize(1);
        }
    }

    @Nested
    class Grant_clearance {

        @Test
        void is_given_with_conditions_by_the_agency() {
            assertThat(requested().when(grant(AGENCY, TO, NOW)).events())
                    .containsExactly(new ClearanceGranted(
                            ID, AGENCY, new TreeSet<>(Set.of(ClearanceCondition.REPORT_MONTHLY)), TEXT, TO, NOW));
        }

        @Test
        void settles_the_collisions_that_it_lifts_and_no_others() {
            var decided = collided()
                    .having(new CollisionFound(
                            CollisionId.random(),
                            MUNICIPALITY,
                            AGENCY,
                            CollisionKind.OVERFULL_WEEK,
                            OURS,
                            MEASURE,
                            FROM,
                            TO,
                            null,
                            THEN))
                    .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "1481", "weekHours=15")
                    .when(grant(AGENCY, null, NOW));

            assertThat(decided.events(CollisionResolved.class))
                    .extracting(CollisionResolved::resolution)
                    .containsExactly(Resolution.CLEARANCE_GRANTED);
        }

        @Test
        void holds_a_day_at_least() {
            var today = LocalDate.of(2022, 3, 10);

            assertThat(requested().when(grant(AGENCY, today, NOW)).events()).hasSize(1);
            assertThat(requested().when(grant(AGENCY, today.minusDays(1), NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.UNTIL_IN_THE_PAST);
        }

        @Test
        void is_given_late_and_in_time_but_recorded_late() {
            var overdue = requested()
                    .having(new ClearanceOverdue(ID, MUNICIPALITY, DUE))
                    .at(DUE);

            assertThat(overdue.when(grant(AGENCY, null, DUE)).events()).hasSize(1);
            assertThat(overdue.when(grant(AGENCY, null, DUE.minusNanos(1_000))).events())
                    .hasSize(1);
        }

        @Test
        void is_given_once_by_the_one_asked_and_not_before_that() {
            assertThat(requested()
                            .having(Happened.granted(ID, THEN, null))
                            .when(grant(AGENCY, null, NOW))
                            .refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ANSWERED);
            assertThat(requested()
                            .having(denied())
                            .when(grant(AGENCY, null, NOW))
                            .refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ANSWERED);
            assertThat(requested().when(grant(MUNICIPALITY, null, NOW)).refusal())
                    .isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(requested().when(grant(NEIGHBOUR, null, NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.UNKNOWN_CLEARANCE);
            assertThat(requested().when(grant(AGENCY, null, BEFORE)).refusal()).isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class Deny_clearance {

        @Test
        void is_denied_with_a_reason() {
            assertThat(requested().when(deny(AGENCY, NOW)).events())
                    .containsExactly(new ClearanceDenied(ID, AGENCY, DenialReason.DOUBLE_WORK, TEXT, NOW));
        }

        @Test
        void leaves_the_collision() {
            assertThat(collided().when(deny(AGENCY, NOW)).events(CollisionResolved.class))
                    .isEmpty();
        }

        @Test
        void is_not_denied_by_others_or_twice() {
            assertThat(requested().when(deny(MUNICIPALITY, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(requested().when(deny(NEIGHBOUR, NOW)).refusal()).isEqualTo(ClearanceRefusal.UNKNOWN_CLEARANCE);
            assertThat(requested().having(denied()).when(deny(AGENCY, NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ANSWERED);
        }
    }

    @Nested
    class Withdraw_clearance {

        @Test
        void the_municipality_takes_its_request_back_until_it_is_answered() {
            assertThat(requested().when(withdraw(MUNICIPALITY, NOW)).events())
                    .containsExactly(new ClearanceWithdrawn(ID, MUNICIPALITY, TEXT, NOW));
            assertThat(requested()
                            .having(Happened.granted(ID, THEN, null))
                            .when(withdraw(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ANSWERED);
        }

        @Test
        void the_agency_takes_back_what_it_gave() {
            assertThat(requested()
                            .having(Happened.granted(ID, THEN, null))
                            .when(withdraw(AGENCY, NOW))
                            .events())
                    .containsExactly(new ClearanceWithdrawn(ID, AGENCY, TEXT, NOW));
            assertThat(requested().when(withdraw(AGENCY, NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_NOT_GIVEN);
        }

        @Test
        void the_collision_is_found_again_owned_by_the_lane_of_the_activity() {
            var decided =
                    collided().after(grant(AGENCY, null, THEN.plusSeconds(9))).when(withdraw(AGENCY, NOW));

            var found = decided.events(CollisionFound.class);
            assertThat(found).hasSize(1);
            assertThat(found.getFirst().kind()).isEqualTo(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
            assertThat(found.getFirst().lane()).isEqualTo(MUNICIPALITY);
        }

        @Test
        void is_not_before_its_cause_nor_twice_nor_known_to_others() {
            var granted = requested().having(Happened.granted(ID, NOW, null));

            assertThat(granted.when(withdraw(AGENCY, NOW)).events()).hasSize(1);
            assertThat(granted.when(withdraw(AGENCY, NOW.minusNanos(1_000))).refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(requested().when(withdraw(MUNICIPALITY, BEFORE)).refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(requested()
                            .having(denied())
                            .when(withdraw(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ClearanceRefusal.CLEARANCE_ANSWERED);
            assertThat(requested().when(withdraw(NEIGHBOUR, NOW)).refusal())
                    .isEqualTo(ClearanceRefusal.UNKNOWN_CLEARANCE);
        }
    }

    @Nested
    class Overdue {

        private final LetTimePass pass = new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(DUE));

        @Test
        void is_said_once_when_the_day_has_ended() {
            var waiting = requested().at(DUE);

            assertThat(waiting.when(new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(DUE.minusNanos(1_000))))
                            .events())
                    .isEmpty();
            assertThat(waiting.when(pass).events()).containsExactly(new ClearanceOverdue(ID, MUNICIPALITY, DUE));
            assertThat(waiting.after(pass).when(pass).events()).isEmpty();
        }

        @Test
        void moves_nobodys_version_which_would_tell_whether_an_answer_came() {
            var waiting = requested().at(DUE);
            var lapsed = requested()
                    .having(new ClearanceOverdue(ID, MUNICIPALITY, DUE))
                    .at(DUE);

            assertThat(lapsed.when(withdraw(MUNICIPALITY, DUE)).accepted().version())
                    .isEqualTo(
                            waiting.when(withdraw(MUNICIPALITY, DUE)).accepted().version());
        }

        @Test
        void is_said_by_the_clock_alone_whatever_became_of_the_activity_that_the_agency_may_not_know() {
            for (var ended : List.of(THEN, DUE, DUE.plusSeconds(1))) {
                assertThat(requested()
                                .having(new ActivityCompleted(OURS, MUNICIPALITY, ended))
                                .at(DUE.plusSeconds(1))
                                .when(pass)
                                .events())
                        .containsExactly(new ClearanceOverdue(ID, MUNICIPALITY, DUE));
            }
        }

        @Test
        void is_not_said_of_one_answered_or_withdrawn() {
            for (var answer : List.of(
                    Happened.granted(ID, THEN, null), denied(), new ClearanceWithdrawn(ID, MUNICIPALITY, null, THEN))) {
                assertThat(requested().having(answer).at(DUE).when(pass).events())
                        .isEmpty();
            }
        }
    }

    @Nested
    class Running_out {

        private static final LocalDate UNTIL = LocalDate.of(2022, 4, 30);
        private static final Instant OVER = SwedishDays.endOf(UNTIL);

        private static LetTimePass time(Instant until) {
            return new LetTimePass(CASE, AGENCY, EffectiveAt.instant(until));
        }

        /** The collision is resolved by a clearance with a last day. */
        private static CaseUnderTest cleared(LocalDate until) {
            return collided().after(grant(AGENCY, until, NOW));
        }

        @Test
        void is_waited_for_as_deadlines_are() {
            var granted = collided().when(grant(AGENCY, UNTIL, NOW)).accepted();

            assertThat(granted.due()).isEqualTo(OVER);
        }

        @Test
        void brings_the_collision_back_when_its_last_day_has_passed_and_not_an_instant_before() {
            var before = OVER.minusNanos(1_000);
            assertThat(cleared(UNTIL).at(before).when(time(before)).events()).isEmpty();

            var decided = cleared(UNTIL).at(OVER).when(time(OVER));

            assertThat(decided.events())
                    .singleElement()
                    .isInstanceOfSatisfying(CollisionFound.class, found -> assertThat(found)
                            .usingRecursiveComparison()
                            .ignoringFields("collisionId")
                            .isEqualTo(new CollisionFound(
                                    CollisionId.random(),
                                    MUNICIPALITY,
                                    AGENCY,
                                    CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE,
                                    OURS,
                                    MEASURE,
                                    FROM,
                                    TO,
                                    null,
                                    OVER)));
            assertThat(decided.metadata(CollisionFound.class)).containsEntry("policy", "default");
            assertThat(decided.accepted().due()).isNull();
        }

        @Test
        void brings_it_back_once_though_time_passes_on() {
            var later = OVER.plusSeconds(86_400);

            assertThat(cleared(UNTIL)
                            .at(later)
                            .after(time(OVER))
                            .when(time(later))
                            .events())
                    .isEmpty();
        }

        @Test
        void brings_up_what_was_never_found_since_clearance_came_first() {
            var measureCameLater = requested()
                    .after(grant(AGENCY, UNTIL, NOW))
                    .having(planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH));

            assertThat(measureCameLater.at(OVER).when(time(OVER)).events(CollisionFound.class))
                    .hasSize(1);
        }

        @Test
        void brings_nothing_back_where_the_activity_is_over_by_then() {
            assertThat(cleared(TO)
                            .at(SwedishDays.endOf(TO))
                            .when(time(SwedishDays.endOf(TO)))
                            .events())
                    .isEmpty();
            assertThat(cleared(UNTIL)
                            .having(new ActivityCompleted(OURS, MUNICIPALITY, NOW))
                            .at(OVER)
                            .when(time(OVER))
                            .events())
                    .isEmpty();
            assertThat(cleared(UNTIL)
                            .having(new ActivityCompleted(MEASURE, AGENCY, NOW))
                            .at(OVER)
                            .when(time(OVER))
                            .events())
                    .isEmpty();
        }

        @Test
        void brings_nothing_back_where_another_clearance_holds_by_then() {
            var another = ClearanceId.random();

            assertThat(cleared(UNTIL)
                            .having(
                                    Happened.clearance(another, OURS, RESPOND_BY),
                                    Happened.granted(another, NOW, UNTIL.plusDays(1)))
                            .at(OVER)
                            .when(time(OVER))
                            .events())
                    .isEmpty();
        }

        @Test
        void of_one_taken_back_is_waited_for_no_longer() {
            var withdrawn = cleared(UNTIL).when(withdraw(AGENCY, NOW));

            assertThat(withdrawn.events(CollisionFound.class)).hasSize(1);
            assertThat(withdrawn.accepted().due()).isNull();
        }
    }
}
