package se.samplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionKind;
import se.samplan.collision.Resolution;
import se.samplan.command.EffectiveAt;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.policy.PolicyKind;
import se.samplan.text.Texts;

/** What collides when an activity is planned or changed, and what makes it go away. */
class CollisionsFoundTest {

    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId FIRST = ActivityId.random();
    private static final ActivityId THEIRS = ActivityId.random();

    private static PlanActivity plan(LaneId lane, ActivityKind kind) {
        return plan(lane, kind, FROM, TO, "10", false, null);
    }

    private static PlanActivity plan(
            LaneId lane,
            ActivityKind kind,
            LocalDate from,
            @Nullable LocalDate to,
            String hours,
            boolean atWorkplace,
            @Nullable String runBy) {
        return new PlanActivity(
                CASE,
                lane,
                lane.equals(AGENCY) ? THEIRS : OURS,
                lane,
                null,
                kind,
                from,
                to,
                new BigDecimal(hours),
                null,
                atWorkplace,
                runBy == null ? null : new OrganisationId(runBy),
                Provenance.OWN,
                null,
                EffectiveAt.instant(NOW));
    }

    private static PlanActivity workplace(LaneId lane, @Nullable String runBy) {
        return plan(lane, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, runBy);
    }

    private static CaseUnderTest measure() {
        return where(planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH));
    }

    private static List<CollisionKind> kinds(CaseUnderTest.Decided decided) {
        return decided.events(CollisionFound.class).stream()
                .map(CollisionFound::kind)
                .toList();
    }

    @Nested
    class Found {

        @Test
        void the_same_kind_at_both_is_double_work() {
            var decided = where(planned(THEIRS, AGENCY, ActivityKind.JOB_SEARCH))
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH));

            var found = decided.events(CollisionFound.class).getFirst();
            assertThat(decided.events()).hasSize(2);
            assertThat(found)
                    .isEqualTo(new CollisionFound(
                            found.collisionId(),
                            MUNICIPALITY,
                            AGENCY,
                            CollisionKind.DOUBLE_WORK,
                            OURS,
                            THEIRS,
                            FROM,
                            TO,
                            null,
                            NOW));
        }

        @Test
        void a_workplace_beside_a_measure_of_the_agency_collides() {
            assertThat(kinds(measure().when(workplace(MUNICIPALITY, null))))
                    .containsExactly(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
        }

        @Test
        void the_lane_whose_entry_made_it_owns_it_also_where_the_agency_plans_later() {
            var decided = where(planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, null))
                    .when(plan(AGENCY, ActivityKind.PREPARE_AND_MATCH));

            var found = decided.events(CollisionFound.class).getFirst();
            assertThat(found.kind()).isEqualTo(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
            assertThat(found.lane()).isEqualTo(AGENCY);
            assertThat(found.with()).isEqualTo(MUNICIPALITY);
            assertThat(found.activity()).isEqualTo(THEIRS);
            assertThat(found.other()).isEqualTo(OURS);
        }

        @ParameterizedTest
        @CsvSource({
            "NOTHING,COACHING,true",
            "NOTHING,JOB_SEARCH,true",
            "CONVERSATIONS,COACHING,false",
            "CONVERSATIONS,MAPPING,false",
            "CONVERSATIONS,JOB_SEARCH,true",
            "COMPLEMENTARY,JOB_SEARCH,false",
            "COMPLEMENTARY,LANGUAGE_SUPPORT,false",
            "COMPLEMENTARY,STUDY_GUIDANCE,false",
            "COMPLEMENTARY,WORK_TRAINING,true"
        })
        void what_the_municipality_may_add_is_as_its_policy_says_in_both_directions(
                String allowed, ActivityKind kind, boolean collides) {
            var expected = collides ? List.of(CollisionKind.NOT_COMPLEMENTARY) : List.<CollisionKind>of();

            var municipal = measure()
                    .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "1481", "allowed=" + allowed)
                    .when(plan(MUNICIPALITY, kind));
            var agencys = where(planned(OURS, MUNICIPALITY, kind))
                    .policy(PolicyKind.BESIDE_AGENCY_MEASURE, "1481", "allowed=" + allowed)
                    .when(plan(AGENCY, ActivityKind.PREPARE_AND_MATCH));

            assertThat(kinds(municipal)).isEqualTo(expected);
            assertThat(kinds(agencys)).isEqualTo(expected);
        }

        @Test
        void the_kinds_of_the_policy_of_the_day_count_and_the_event_records_it() {
            var decided = measure()
                    .policy(
                            PolicyKind.BESIDE_AGENCY_MEASURE,
                            "1481",
                            LocalDate.of(2022, 3, 10),
                            null,
                            "complementaryKinds=WORK_TRAINING")
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH));

            assertThat(kinds(decided)).containsExactly(CollisionKind.NOT_COMPLEMENTARY);
            assertThat(decided.metadata(CollisionFound.class))
                    .containsEntry("policyVersion", "1")
                    .extractingByKey("policyValues")
                    .asString()
                    .contains("complementaryKinds=WORK_TRAINING");
        }

        @Test
        void what_is_run_on_the_agencys_behalf_does_not_collide_with_it() {
            assertThat(kinds(where(planned(THEIRS, AGENCY, ActivityKind.WORK_TRAINING, FROM, TO, "10", true, "1481"))
                            .when(workplace(MUNICIPALITY, null))))
                    .as("the municipality runs the agency's measure")
                    .isEmpty();
            assertThat(kinds(measure().when(workplace(MUNICIPALITY, "AF"))))
                    .as("the agency runs the municipality's")
                    .isEmpty();
            assertThat(kinds(where(planned(
                                    THEIRS, AGENCY, ActivityKind.WORK_TRAINING, FROM, TO, "10", true, "P-KOMPETENS"))
                            .when(workplace(MUNICIPALITY, null))))
                    .as("a provider runs the agency's")
                    .containsExactly(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
        }

        @Test
        void two_municipalities_collide_by_double_work_and_not_by_the_agencys_measures() {
            var neighbours = where(planned(THEIRS, NEIGHBOUR, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, null));

            assertThat(kinds(neighbours.when(workplace(MUNICIPALITY, null))))
                    .containsExactly(CollisionKind.DOUBLE_WORK);
        }

        @Test
        void one_lane_does_not_collide_with_itself_and_the_branches_of_a_municipality_do() {
            assertThat(kinds(where(planned(ActivityId.random(), MUNICIPALITY, ActivityKind.JOB_SEARCH))
                            .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH))))
                    .isEmpty();
            assertThat(kinds(where(planned(ActivityId.random(), SOCIAL_SERVICES, ActivityKind.JOB_SEARCH))
                            .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH))))
                    .containsExactly(CollisionKind.DOUBLE_WORK);
        }

        @Test
        void days_that_touch_overlap_and_the_next_day_does_not() {
            assertThat(kinds(measure()
                            .when(plan(
                                    MUNICIPALITY, ActivityKind.WORK_PLACEMENT, TO, TO.plusDays(9), "10", true, null))))
                    .hasSize(1);
            assertThat(kinds(measure()
                            .when(plan(
                                    MUNICIPALITY,
                                    ActivityKind.WORK_PLACEMENT,
                                    TO.plusDays(1),
                                    null,
                                    "10",
                                    true,
                                    null))))
                    .isEmpty();
            assertThat(kinds(measure()
                            .when(plan(
                                    MUNICIPALITY,
                                    ActivityKind.WORK_PLACEMENT,
                                    FROM.minusDays(9),
                                    FROM.minusDays(1),
                                    "10",
                                    true,
                                    null))))
                    .isEmpty();
        }

        @Test
        void the_overlap_is_open_where_both_are() {
            var decided = where(planned(THEIRS, AGENCY, ActivityKind.JOB_SEARCH, FROM, null))
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM.plusDays(3), null, "10", false, null));

            var found = decided.events(CollisionFound.class).getFirst();
            assertThat(found.from()).isEqualTo(FROM.plusDays(3));
            assertThat(found.to()).isNull();
        }

        @ParameterizedTest
        @CsvSource({"30,10,false", "30,10.5,true", "20,20,false", "39.75,0.5,true"})
        void a_week_is_overfull_above_the_policys_hours_and_not_at_them(String theirs, String ours, boolean overfull) {
            var decided = where(planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH, FROM, TO, theirs, false, null))
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM, TO, ours, false, null));

            assertThat(kinds(decided))
                    .isEqualTo(overfull ? List.of(CollisionKind.OVERFULL_WEEK) : List.<CollisionKind>of());
            if (overfull) {
                assertThat(decided.events(CollisionFound.class).getFirst().hoursPerWeek())
                        .isEqualByComparingTo(new BigDecimal(theirs).add(new BigDecimal(ours)));
            }
        }

        @Test
        void hours_are_summed_over_all_of_both_lanes_in_the_fullest_week() {
            var later = FROM.plusDays(28);
            var decided = where(
                            planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH, FROM, TO, "20", false, null),
                            planned(
                                    ActivityId.random(),
                                    MUNICIPALITY,
                                    ActivityKind.LANGUAGE_SUPPORT,
                                    later,
                                    TO,
                                    "15",
                                    false,
                                    null))
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM, TO, "10", false, null));

            assertThat(kinds(decided)).containsExactly(CollisionKind.OVERFULL_WEEK);
            assertThat(decided.events(CollisionFound.class).getFirst().hoursPerWeek())
                    .isEqualByComparingTo("45");
        }

        @Test
        void a_third_lanes_hours_are_not_summed() {
            var decided = where(
                            planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH, FROM, TO, "20", false, null),
                            planned(
                                    ActivityId.random(),
                                    SOCIAL_SERVICES,
                                    ActivityKind.LOW_THRESHOLD,
                                    FROM,
                                    TO,
                                    "15",
                                    false,
                                    null))
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM, TO, "10", false, null));

            assertThat(kinds(decided)).isEmpty();
        }

        @Test
        void a_measure_that_both_tell_of_is_counted_once() {
            var stated = new PlanActivity(
                    CASE,
                    MUNICIPALITY,
                    ActivityId.random(),
                    AGENCY,
                    null,
                    ActivityKind.PREPARE_AND_MATCH,
                    FROM,
                    TO,
                    new BigDecimal("20"),
                    null,
                    false,
                    null,
                    Provenance.STATED,
                    null,
                    EffectiveAt.instant(NOW));
            var decided = where(planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH, FROM, TO, "20", false, null))
                    .after(stated)
                    .when(plan(MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM, TO, "10", false, null));

            assertThat(kinds(decided)).isEmpty();
        }

        @Test
        void one_pair_can_collide_in_several_ways() {
            var decided = where(planned(THEIRS, AGENCY, ActivityKind.WORK_TRAINING, FROM, TO, "30", true, null))
                    .when(plan(MUNICIPALITY, ActivityKind.WORK_TRAINING, FROM, TO, "20", true, null));

            assertThat(kinds(decided))
                    .containsExactlyInAnyOrder(
                            CollisionKind.DOUBLE_WORK,
                            CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE,
                            CollisionKind.OVERFULL_WEEK);
        }

        @Test
        void what_has_ended_collides_with_nothing_that_begins_after_even_on_the_same_day() {
            var ended = FROM.plusDays(10).atTime(9, 0).toInstant(ZoneOffset.UTC);
            var later = new PlanActivity(
                    CASE,
                    MUNICIPALITY,
                    OURS,
                    MUNICIPALITY,
                    null,
                    ActivityKind.WORK_PLACEMENT,
                    FROM.plusDays(10),
                    TO,
                    BigDecimal.TEN,
                    null,
                    true,
                    null,
                    Provenance.OWN,
                    null,
                    EffectiveAt.instant(ended));

            assertThat(kinds(measure()
                            .having(new ActivityCompleted(THEIRS, AGENCY, ended))
                            .at(ended)
                            .when(later)))
                    .isEmpty();
        }

        @Test
        void entered_late_beside_what_has_ended_since_it_is_found_and_settled() {
            var ended = FROM.plusDays(10).atTime(9, 0).toInstant(ZoneOffset.UTC);

            var decided = measure()
                    .having(new ActivityCompleted(THEIRS, AGENCY, ended))
                    .at(ended.plusSeconds(9))
                    .when(workplace(MUNICIPALITY, null));

            var found = decided.events(CollisionFound.class).getFirst();
            assertThat(found.effectiveAt()).isEqualTo(NOW);
            assertThat(decided.events(CollisionResolved.class))
                    .containsExactly(new CollisionResolved(
                            found.collisionId(), MUNICIPALITY, AGENCY, Resolution.ACTIVITY_ENDED, ended));
        }
    }

    @Nested
    class Told {

        @Test
        void the_answer_shows_it_where_a_ground_is_in_force() {
            var decided = measure().having(consentToActivities()).when(workplace(MUNICIPALITY, null));

            assertThat(decided.collisions()).hasSize(1);
            assertThat(decided.collisions().getFirst())
                    .containsEntry("activityId", OURS)
                    .containsEntry("otherActivityId", THEIRS)
                    .containsEntry("owner", MUNICIPALITY);
        }

        @Test
        void the_answer_words_a_collision_as_the_views_do() {
            var decided = measure().having(consentToActivities()).when(workplace(MUNICIPALITY, null));

            assertThat(decided.collisions().getFirst())
                    .containsEntry("kind", Texts.of(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE));
        }

        @Test
        void the_answer_tells_nothing_without_one_though_it_is_stored() {
            var decided = measure().when(workplace(MUNICIPALITY, null));

            assertThat(decided.collisions()).isEmpty();
            assertThat(decided.events(CollisionFound.class)).hasSize(1);
        }
    }

    @Nested
    class Settled {

        private CaseUnderTest collided() {
            return measure().after(workplace(MUNICIPALITY, null));
        }

        private Resolution resolution(CaseUnderTest.Decided decided) {
            var resolved = decided.events(CollisionResolved.class);
            assertThat(resolved).hasSize(1);
            return resolved.getFirst().resolution();
        }

        @Test
        void by_completion_and_interruption_of_either() {
            assertThat(resolution(
                            collided().when(new CompleteActivity(CASE, MUNICIPALITY, OURS, EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_ENDED);
            assertThat(resolution(collided()
                            .when(new InterruptActivity(
                                    CASE,
                                    MUNICIPALITY,
                                    OURS,
                                    InterruptionReason.COLLISION,
                                    null,
                                    EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_ENDED);
            assertThat(resolution(
                            collided().when(new CompleteActivity(CASE, AGENCY, THEIRS, EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_ENDED);
        }

        @Test
        void by_rescheduling_beyond_the_overlap_and_only_then() {
            assertThat(collided().when(reschedule(TO, TO.plusDays(30))).events(CollisionResolved.class))
                    .isEmpty();
            assertThat(resolution(collided().when(reschedule(TO.plusDays(1), TO.plusDays(30)))))
                    .isEqualTo(Resolution.ACTIVITY_MOVED);
        }

        @Test
        void a_collision_that_goes_on_is_not_found_again() {
            assertThat(collided().when(reschedule(FROM, TO.plusDays(1))).events())
                    .hasSize(1);
        }

        @Test
        void and_is_found_anew_when_the_activity_is_moved_back() {
            var decided = collided()
                    .after(reschedule(TO.plusDays(1), TO.plusDays(30)))
                    .when(reschedule(FROM, TO));

            assertThat(kinds(decided)).containsExactly(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
        }

        @Test
        void it_takes_effect_no_earlier_than_it_was_found() {
            var moved = new RescheduleActivity(
                    CASE, MUNICIPALITY, OURS, TO.plusDays(1), TO.plusDays(2), BigDecimal.TEN, EffectiveAt.instant(NOW));
            var late = where(
                            planned(OURS, MUNICIPALITY, ActivityKind.JOB_SEARCH),
                            planned(THEIRS, AGENCY, ActivityKind.JOB_SEARCH))
                    .after(new RescheduleActivity(
                            CASE, AGENCY, THEIRS, FROM, TO, BigDecimal.ONE, EffectiveAt.instant(NOW)));

            var resolved = late.when(new RescheduleActivity(
                            CASE,
                            MUNICIPALITY,
                            OURS,
                            moved.from(),
                            moved.to(),
                            moved.hoursPerWeek(),
                            EffectiveAt.instant(THEN)))
                    .events(CollisionResolved.class)
                    .getFirst();

            assertThat(resolved.effectiveAt()).isEqualTo(NOW);
        }

        @Test
        void nothing_by_a_rescheduling_that_another_has_replaced_already() {
            var late = collided()
                    .at(NOW.plusSeconds(9))
                    .after(moved(FROM, NOW.plusSeconds(5)))
                    .after(moved(TO.plusDays(1), NOW.plusSeconds(1)));

            assertThat(late.history()).noneMatch(CollisionResolved.class::isInstance);
            assertThat(kinds(late.when(new PlanActivity(
                            CASE,
                            AGENCY,
                            ActivityId.random(),
                            AGENCY,
                            null,
                            ActivityKind.PREPARE_AND_MATCH,
                            FROM,
                            TO,
                            BigDecimal.ONE,
                            null,
                            false,
                            null,
                            Provenance.OWN,
                            null,
                            EffectiveAt.instant(NOW.plusSeconds(9))))))
                    .as("as it stands by the later one")
                    .containsExactly(CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE);
        }

        /** Our 15 and 10 hours beside theirs; the 10 hours were planned last and collide. */
        private CaseUnderTest overfull(String theirs) {
            var last = plan(MUNICIPALITY, ActivityKind.LANGUAGE_SUPPORT);
            return where(
                            planned(THEIRS, AGENCY, ActivityKind.PREPARE_AND_MATCH, FROM, TO, theirs, false, null),
                            planned(FIRST, MUNICIPALITY, ActivityKind.JOB_SEARCH, FROM, TO, "15", false, null))
                    .after(last);
        }

        @Test
        void an_overfull_week_by_the_end_or_the_change_of_another_that_filled_it() {
            assertThat(resolution(overfull("20")
                            .when(new CompleteActivity(CASE, MUNICIPALITY, FIRST, EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_ENDED);
            assertThat(resolution(overfull("20")
                            .when(new InterruptActivity(
                                    CASE,
                                    MUNICIPALITY,
                                    FIRST,
                                    InterruptionReason.COLLISION,
                                    null,
                                    EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_ENDED);
            assertThat(resolution(overfull("20")
                            .when(new RescheduleActivity(
                                    CASE, MUNICIPALITY, FIRST, FROM, TO, BigDecimal.TEN, EffectiveAt.instant(NOW)))))
                    .isEqualTo(Resolution.ACTIVITY_MOVED);
        }

        @Test
        void an_overfull_week_does_not_come_back_by_what_has_ended() {
            assertThat(kinds(overfull("20")
                            .after(new CompleteActivity(CASE, MUNICIPALITY, FIRST, EffectiveAt.instant(NOW)))
                            .when(reschedule(FROM, TO.plusDays(1)))))
                    .isEmpty();
        }

        @Test
        void a_week_that_is_overfull_still_is_not() {
            assertThat(overfull("31")
                            .when(new CompleteActivity(CASE, MUNICIPALITY, FIRST, EffectiveAt.instant(NOW)))
                            .events(CollisionResolved.class))
                    .isEmpty();
        }

        private static RescheduleActivity moved(LocalDate from, Instant at) {
            return new RescheduleActivity(
                    CASE, MUNICIPALITY, OURS, from, TO.plusDays(30), BigDecimal.TEN, EffectiveAt.instant(at));
        }

        private RescheduleActivity reschedule(LocalDate from, LocalDate to) {
            return new RescheduleActivity(
                    CASE, MUNICIPALITY, OURS, from, to, BigDecimal.TEN, EffectiveAt.instant(now()));
        }

        private Instant now() {
            return NOW;
        }
    }
}
