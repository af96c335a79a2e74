package se.samplan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.collision.Resolution;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.enrolment.Outcome;
import se.samplan.event.EventCatalogue;
import se.samplan.plan.ActivityId;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.plan.PlanId;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralSource;
import se.samplan.referral.SocialAssistance;
import se.samplan.referral.TargetGroup;

class AudienceTest {

    private static final LaneId MUNICIPALITY = LaneId.of("1481:LABOUR_MARKET");
    private static final LaneId SOCIAL_SERVICES = LaneId.of("1481:SOCIAL_SERVICES");
    private static final LaneId NEIGHBOUR = LaneId.of("1480:LABOUR_MARKET");
    private static final Instant FROM = Instant.parse("2022-03-01T09:00:00Z");
    private static final Instant TO = Instant.parse("2022-06-01T09:00:00Z");
    private static final Instant BETWEEN = Instant.parse("2022-04-01T09:00:00Z");

    static List<Class<?>> caseEvents() {
        return List.copyOf(EventCatalogue.of(CaseEvent.class));
    }

    private static Ground ground(@Nullable Instant to, Set<InformationKind> kinds, LaneId... parties) {
        return new Ground(GroundId.random(), Set.of(parties), kinds, FROM, to);
    }

    private static Ground activities(LaneId... parties) {
        return ground(TO, Set.of(InformationKind.ACTIVITIES), parties);
    }

    private static CollisionFound collision(CollisionId id, LaneId owner, LaneId with) {
        return new CollisionFound(
                id,
                owner,
                with,
                CollisionKind.DOUBLE_WORK,
                ActivityId.random(),
                ActivityId.random(),
                LocalDate.of(2022, 4, 1),
                null,
                null,
                BETWEEN);
    }

    private static ReferralMade referral(ReferralId id) {
        return new ReferralMade(
                id,
                SOCIAL_SERVICES,
                MUNICIPALITY,
                ReferralSource.SOCIAL_SERVICES,
                null,
                TargetGroup.OTHER,
                SocialAssistance.FULL,
                null,
                Education.COMPULSORY,
                null,
                null,
                LocalDate.of(2022, 3, 15),
                FROM);
    }

    @Nested
    class A_ground {

        private final Ground ground = activities(MUNICIPALITY, LaneId.AGENCY);

        @Test
        void is_in_force_from_its_first_instant() {
            assertThat(ground.isInForceAt(FROM)).isTrue();
            assertThat(ground.isInForceAt(FROM.minusNanos(1_000))).isFalse();
        }

        @Test
        void is_no_longer_in_force_at_its_end() {
            assertThat(ground.isInForceAt(TO.minusNanos(1_000))).isTrue();
            assertThat(ground.isInForceAt(TO)).isFalse();
        }

        @Test
        void without_an_end_stays_in_force() {
            var open = ground(null, Set.of(InformationKind.PLAN), MUNICIPALITY, LaneId.AGENCY);

            assertThat(open.isInForceAt(TO.plusSeconds(1_000_000_000))).isTrue();
        }

        @Test
        void lifts_both_ways_between_its_parties() {
            assertThat(ground.lifts(MUNICIPALITY, LaneId.AGENCY, InformationKind.ACTIVITIES, BETWEEN))
                    .isTrue();
            assertThat(ground.lifts(LaneId.AGENCY, MUNICIPALITY, InformationKind.ACTIVITIES, BETWEEN))
                    .isTrue();
        }

        @Test
        void lifts_for_no_other_kind_and_no_other_lane() {
            assertThat(ground.lifts(LaneId.AGENCY, MUNICIPALITY, InformationKind.PLAN, BETWEEN))
                    .isFalse();
            assertThat(ground.lifts(LaneId.AGENCY, SOCIAL_SERVICES, InformationKind.ACTIVITIES, BETWEEN))
                    .isFalse();
            assertThat(ground.lifts(NEIGHBOUR, MUNICIPALITY, InformationKind.ACTIVITIES, BETWEEN))
                    .isFalse();
        }

        @Test
        void ended_earlier_ends_then_and_ended_later_keeps_its_end() {
            assertThat(ground.endedAt(BETWEEN).validTo()).isEqualTo(BETWEEN);
            assertThat(ground.endedAt(TO.plusSeconds(1)).validTo()).isEqualTo(TO);
            assertThat(ground(null, Set.of(), MUNICIPALITY).endedAt(BETWEEN).validTo())
                    .isEqualTo(BETWEEN);
        }
    }

    @Nested
    class An_audience {

        private final Audience agencys = new Audience(Set.of(LaneId.AGENCY), Set.of(), InformationKind.ACTIVITIES);
        private final Audience both =
                new Audience(Set.of(MUNICIPALITY, LaneId.AGENCY), Set.of(), InformationKind.ACTIVITIES);

        @Test
        void holds_the_lane_itself_and_nobody_else_without_a_ground() {
            assertThat(agencys.includes(LaneId.AGENCY, List.of(), BETWEEN)).isTrue();
            assertThat(agencys.includes(MUNICIPALITY, List.of(), BETWEEN)).isFalse();
        }

        @Test
        void holds_whoever_was_told() {
            var told = new Audience(Set.of(SOCIAL_SERVICES), Set.of(MUNICIPALITY), InformationKind.PLAN);

            assertThat(told.includes(MUNICIPALITY, List.of(), BETWEEN)).isTrue();
            assertThat(told.includes(LaneId.AGENCY, List.of(), BETWEEN)).isFalse();
        }

        @Test
        void opens_and_closes_with_the_ground() {
            var grounds = List.of(activities(MUNICIPALITY, LaneId.AGENCY));

            assertThat(agencys.includes(MUNICIPALITY, grounds, FROM.minusNanos(1_000)))
                    .isFalse();
            assertThat(agencys.includes(MUNICIPALITY, grounds, FROM)).isTrue();
            assertThat(agencys.includes(MUNICIPALITY, grounds, TO.minusNanos(1_000)))
                    .isTrue();
            assertThat(agencys.includes(MUNICIPALITY, grounds, TO)).isFalse();
        }

        @Test
        void of_two_lanes_facts_holds_only_whoever_may_know_both() {
            assertThat(both.includes(MUNICIPALITY, List.of(), BETWEEN)).isFalse();
            assertThat(both.includes(MUNICIPALITY, List.of(activities(MUNICIPALITY, LaneId.AGENCY)), BETWEEN))
                    .isTrue();
            assertThat(both.includes(NEIGHBOUR, List.of(activities(NEIGHBOUR, LaneId.AGENCY)), BETWEEN))
                    .isFalse();
            assertThat(both.includes(
                            NEIGHBOUR,
                            List.of(activities(NEIGHBOUR, LaneId.AGENCY), activities(NEIGHBOUR, MUNICIPALITY)),
                            BETWEEN))
                    .isTrue();
        }
    }

    @Nested
    class Audiences_of_events {

        private final AudienceTracker audienceTracker = new AudienceTracker();

        @Test
        void what_goes_on_with_an_entry_is_told_to_whom_the_entry_was() {
            var id = ReferralId.random();
            audienceTracker.of(referral(id));

            var overdue = the(audienceTracker.of(new ReferralOverdue(id, SOCIAL_SERVICES, TO)));

            assertThat(overdue.addressees()).contains(MUNICIPALITY);
            assertThat(overdue.kind()).isEqualTo(InformationKind.PLAN);
        }

        @Test
        void an_answer_tells_of_the_lane_that_asked_and_is_known_to_both() {
            var id = ReferralId.random();
            audienceTracker.of(referral(id));

            var accepted = the(audienceTracker.of(new ReferralAccepted(id, MUNICIPALITY, BETWEEN)));

            assertThat(accepted.includes(SOCIAL_SERVICES, List.of(), BETWEEN)).isTrue();
            assertThat(accepted.includes(MUNICIPALITY, List.of(), BETWEEN)).isTrue();
            assertThat(accepted.includes(LaneId.AGENCY, List.of(), BETWEEN)).isFalse();
        }

        @Test
        void an_answer_is_known_to_a_third_lane_only_with_grounds_towards_both() {
            var id = ReferralId.random();
            audienceTracker.of(referral(id));

            var accepted = the(audienceTracker.of(new ReferralAccepted(id, MUNICIPALITY, BETWEEN)));

            var asking = ground(TO, Set.of(InformationKind.PLAN), LaneId.AGENCY, SOCIAL_SERVICES);
            var answering = ground(TO, Set.of(InformationKind.PLAN), LaneId.AGENCY, MUNICIPALITY);
            assertThat(accepted.includes(LaneId.AGENCY, List.of(asking), BETWEEN))
                    .isFalse();
            assertThat(accepted.includes(LaneId.AGENCY, List.of(answering), BETWEEN))
                    .isFalse();
            assertThat(accepted.includes(LaneId.AGENCY, List.of(asking, answering), BETWEEN))
                    .isTrue();
        }

        @Test
        void a_collision_that_ends_is_not_told_even_to_its_owner_alone() {
            var id = CollisionId.random();
            audienceTracker.of(collision(id, MUNICIPALITY, LaneId.AGENCY));

            var resolved = the(audienceTracker.of(
                    new CollisionResolved(id, MUNICIPALITY, LaneId.AGENCY, Resolution.ACTIVITY_ENDED, BETWEEN)));

            assertThat(resolved.includes(MUNICIPALITY, List.of(), BETWEEN)).isFalse();
            assertThat(resolved.includes(LaneId.AGENCY, List.of(), BETWEEN)).isFalse();
        }

        @Test
        void a_collision_with_what_a_lane_entered_itself_is_that_lanes_own() {
            var found = the(audienceTracker.of(collision(CollisionId.random(), MUNICIPALITY, MUNICIPALITY)));

            assertThat(found.includes(MUNICIPALITY, List.of(), BETWEEN)).isTrue();
        }

        @Test
        void a_correction_is_of_the_kind_of_what_it_corrects() {
            var id = PlanId.random();
            audienceTracker.of(new PlanDrafted(id, MUNICIPALITY, LocalDate.of(2022, 4, 1), null, null, FROM));

            var corrected = audienceTracker.of(
                    new EnteredInError(id.value(), MUNICIPALITY, ErrorReason.WRONG_PERSON, null, BETWEEN));

            assertThat(the(corrected).kind()).isEqualTo(InformationKind.PLAN);
        }

        @Test
        void a_correction_is_told_to_whoever_could_know_any_fact_that_it_takes_back() {
            var id = EnrolmentId.random();
            audienceTracker.of(new ParticipantEnrolled(id, MUNICIPALITY, null, EnrolmentForm.PROGRAMME, null, FROM));
            audienceTracker.of(
                    new EnrolmentEnded(id, MUNICIPALITY, Outcome.OWN_BUSINESS, List.of(), null, null, BETWEEN));

            var corrected = audienceTracker.of(
                    new EnteredInError(id.value(), MUNICIPALITY, ErrorReason.WRONG_PERSON, null, BETWEEN));

            assertThat(corrected)
                    .extracting(Audience::kind)
                    .containsExactlyInAnyOrder(InformationKind.PLAN, InformationKind.OUTCOME);
        }

        private static Audience the(Set<Audience> audiences) {
            assertThat(audiences).hasSize(1);
            return audiences.iterator().next();
        }
    }

    @Nested
    class A_horizon {

        private final Map<Audience, Long> counted = new HashMap<>();
        private final List<Ground> grounds = List.of(activities(MUNICIPALITY, LaneId.AGENCY));

        private String seenBy(LaneId reader, Instant now) {
            return VisibleVersion.version(counted, reader, grounds, now);
        }

        private void happens(LaneId lane, InformationKind kind) {
            counted.merge(new Audience(Set.of(lane), Set.of(), kind), 1L, Long::sum);
        }

        @Test
        void moves_with_what_its_reader_does() {
            var before = seenBy(MUNICIPALITY, BETWEEN);
            happens(MUNICIPALITY, InformationKind.PLAN);

            assertThat(seenBy(MUNICIPALITY, BETWEEN)).isNotEqualTo(before);
        }

        @Test
        void stays_where_a_hidden_lane_or_kind_moves() {
            happens(LaneId.AGENCY, InformationKind.ACTIVITIES);
            var before = seenBy(MUNICIPALITY, BETWEEN);
            happens(LaneId.AGENCY, InformationKind.PLAN);
            happens(NEIGHBOUR, InformationKind.ACTIVITIES);

            assertThat(seenBy(MUNICIPALITY, BETWEEN)).isEqualTo(before);
        }

        @Test
        void moves_with_what_a_ground_in_force_covers_and_with_the_ground_itself() {
            happens(LaneId.AGENCY, InformationKind.ACTIVITIES);

            assertThat(seenBy(MUNICIPALITY, FROM)).isNotEqualTo(seenBy(MUNICIPALITY, FROM.minusNanos(1_000)));
            assertThat(seenBy(MUNICIPALITY, TO)).isEqualTo(seenBy(MUNICIPALITY, FROM.minusNanos(1_000)));
        }

        @Test
        void differs_from_reader_to_reader_even_where_they_see_nothing() {
            assertThat(seenBy(MUNICIPALITY, BETWEEN)).isNotEqualTo(seenBy(LaneId.AGENCY, BETWEEN));
        }

        @Test
        void tells_of_no_entry_by_its_id() {
            var id = UUID.randomUUID();
            counted.put(
                    Audience.of(new PlanDrafted(new PlanId(id), MUNICIPALITY, LocalDate.EPOCH, null, null, FROM)), 1L);

            assertThat(seenBy(MUNICIPALITY, BETWEEN)).doesNotContain(id.toString());
        }
    }
}
