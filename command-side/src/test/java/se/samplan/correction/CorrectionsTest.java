package se.samplan.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.caseworker.AssignmentId;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.collision.Resolution;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.enrolment.EnrolmentId;
import se.samplan.organisation.OrganisationId;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.plan.PlanEvent.PlanDrafted;
import se.samplan.plan.PlanId;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralId;
import se.samplan.registration.RegistrationChannel;
import se.samplan.registration.RegistrationEvent.RegistrationRecorded;
import se.samplan.registration.RegistrationId;
import se.samplan.registration.Routing;
import se.samplan.subsidy.SubsidyRequestId;

class CorrectionsTest {

    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId MEASURE = ActivityId.random();
    private static final ClearanceId CLEARANCE = ClearanceId.random();

    private static final CollisionFound COLLISION = new CollisionFound(
            CollisionId.random(),
            MUNICIPALITY,
            AGENCY,
            CollisionKind.WORKPLACE_BESIDE_AGENCY_MEASURE,
            OURS,
            MEASURE,
            FROM,
            TO,
            null,
            THEN);

    private static MarkEnteredInError mark(UUID entry, LaneId lane, Instant at) {
        return new MarkEnteredInError(CASE, lane, entry, ErrorReason.WRONG_PERSON, TEXT, null, EffectiveAt.instant(at));
    }

    static List<CaseEvent> entries() {
        return List.of(
                Happened.consentToActivities(),
                Happened.referral(ReferralId.random(), MUNICIPALITY, MUNICIPALITY, FROM),
                new ParticipantEnrolled(EnrolmentId.random(), MUNICIPALITY, null, EnrolmentForm.PROGRAMME, null, THEN),
                new CaseworkerAssigned(AssignmentId.random(), MUNICIPALITY, ANNA, THEN),
                new RegistrationRecorded(
                        RegistrationId.random(),
                        MUNICIPALITY,
                        new OrganisationId("AF-1481"),
                        RegistrationChannel.DIGITAL,
                        Routing.PROVIDER,
                        null,
                        null,
                        Provenance.STATED,
                        null,
                        THEN),
                new PlanDrafted(PlanId.random(), MUNICIPALITY, FROM, null, null, THEN),
                planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                Happened.clearance(CLEARANCE, OURS, FROM),
                Happened.subsidy(SubsidyRequestId.random(), FROM));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void any_entry_of_ones_own_is_marked_once_and_nobody_elses(CaseEvent entry) {
        var id = entry.entry();

        assertThat(where(entry).when(mark(id, MUNICIPALITY, NOW)).events())
                .containsExactly(new EnteredInError(id, MUNICIPALITY, ErrorReason.WRONG_PERSON, TEXT, NOW));
        assertThat(where(entry).when(mark(id, AGENCY, NOW)).refusal()).isEqualTo(CorrectionRefusal.UNKNOWN_ENTRY);
        assertThat(where(entry)
                        .after(mark(id, MUNICIPALITY, NOW))
                        .when(mark(id, MUNICIPALITY, NOW))
                        .refusal())
                .isEqualTo(CorrectionRefusal.UNKNOWN_ENTRY);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void none_is_marked_before_it_was_entered(CaseEvent entry) {
        assertThat(where(entry)
                        .when(mark(entry.entry(), MUNICIPALITY, entry.effectiveAt()))
                        .events())
                .hasSize(1);
        assertThat(where(entry)
                        .when(mark(
                                entry.entry(), MUNICIPALITY, entry.effectiveAt().minusNanos(1_000)))
                        .refusal())
                .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
    }

    @Test
    void what_there_is_not_and_a_collision_cannot_be_marked() {
        assertThat(where().when(mark(UUID.randomUUID(), MUNICIPALITY, NOW)).refusal())
                .isEqualTo(CorrectionRefusal.UNKNOWN_ENTRY);
        assertThat(where(COLLISION)
                        .when(mark(COLLISION.entry(), MUNICIPALITY, NOW))
                        .refusal())
                .isEqualTo(CorrectionRefusal.UNKNOWN_ENTRY);
    }

    @Test
    void an_activity_takes_its_collisions_with_it_from_either_side() {
        for (var lane : List.of(MUNICIPALITY, AGENCY)) {
            var activity = lane.equals(AGENCY) ? MEASURE : OURS;

            assertThat(where(
                                    planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT),
                                    planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH),
                                    COLLISION)
                            .when(mark(activity.value(), lane, NOW))
                            .events(CollisionResolved.class))
                    .extracting(CollisionResolved::resolution)
                    .containsExactly(Resolution.ENTERED_IN_ERROR);
        }
    }

    @Test
    void an_activity_takes_the_overfull_week_with_it_that_it_filled() {
        var filling = ActivityId.random();
        var overfull = new CollisionFound(
                CollisionId.random(),
                MUNICIPALITY,
                AGENCY,
                CollisionKind.OVERFULL_WEEK,
                OURS,
                MEASURE,
                FROM,
                TO,
                new BigDecimal("45"),
                THEN);
        assertThat(where(
                                planned(filling, MUNICIPALITY, ActivityKind.COACHING, FROM, TO, "25", false, null),
                                planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                                planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH),
                                overfull)
                        .when(mark(filling.value(), MUNICIPALITY, NOW))
                        .events(CollisionResolved.class))
                .extracting(CollisionResolved::resolution)
                .containsExactly(Resolution.ENTERED_IN_ERROR);
    }

    @Test
    void an_activity_takes_back_what_was_asked_for_it() {
        assertThat(where(
                                planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT),
                                Happened.clearance(CLEARANCE, OURS, FROM),
                                Happened.clearance(ClearanceId.random(), MEASURE, FROM))
                        .when(mark(OURS.value(), MUNICIPALITY, NOW))
                        .events(ClearanceWithdrawn.class))
                .containsExactly(new ClearanceWithdrawn(CLEARANCE, MUNICIPALITY, null, NOW));
    }

    @Test
    void a_clearance_gives_the_collisions_back_that_it_lifted() {
        assertThat(where(
                                consentToActivities(),
                                planned(OURS, MUNICIPALITY, ActivityKind.WORK_PLACEMENT, FROM, TO, "10", true, null),
                                planned(MEASURE, AGENCY, ActivityKind.PREPARE_AND_MATCH),
                                Happened.clearance(CLEARANCE, OURS, FROM),
                                Happened.granted(CLEARANCE, THEN, null))
                        .when(mark(CLEARANCE.value(), MUNICIPALITY, NOW))
                        .events(CollisionFound.class))
                .hasSize(1);
    }

    @Nested
    class What_rests_on_it {

        private static final ReferralId REFERRAL = ReferralId.random();
        private static final EnrolmentId ENROLMENT = EnrolmentId.random();

        private static CaseUnderTest enrolledAfter(LaneId referring) {
            return where(
                    Happened.referral(REFERRAL, referring, MUNICIPALITY, FROM),
                    new ReferralAccepted(REFERRAL, MUNICIPALITY, THEN),
                    new ParticipantEnrolled(ENROLMENT, MUNICIPALITY, REFERRAL, EnrolmentForm.PROGRAMME, null, THEN));
        }

        private static MarkEnteredInError mark(LaneId lane, @Nullable Dependents dependents) {
            return new MarkEnteredInError(
                    CASE, lane, REFERRAL.value(), ErrorReason.WRONG_FACTS, null, dependents, EffectiveAt.instant(NOW));
        }

        private static EnteredInError marked(UUID entry) {
            return new EnteredInError(entry, MUNICIPALITY, ErrorReason.WRONG_FACTS, null, NOW);
        }

        @Test
        void is_named_unless_it_is_said_what_becomes_of_it() {
            var rejected =
                    enrolledAfter(MUNICIPALITY).when(mark(MUNICIPALITY, null)).rejected();

            assertThat(rejected.reason()).isEqualTo(CorrectionRefusal.ENTRIES_REST_ON_IT);
            assertThat(rejected.details()).containsEntry("entries", List.of(ENROLMENT.value()));
        }

        @Test
        void is_taken_along_or_left_as_the_sender_says() {
            assertThat(enrolledAfter(MUNICIPALITY)
                            .when(mark(MUNICIPALITY, Dependents.TAKE_ALONG))
                            .events())
                    .containsExactly(marked(ENROLMENT.value()), marked(REFERRAL.value()));
            assertThat(enrolledAfter(MUNICIPALITY)
                            .when(mark(MUNICIPALITY, Dependents.LEAVE))
                            .events())
                    .containsExactly(marked(REFERRAL.value()));
        }

        @Test
        void no_longer_does_once_it_is_an_error_itself() {
            assertThat(enrolledAfter(MUNICIPALITY)
                            .having(marked(ENROLMENT.value()))
                            .when(mark(MUNICIPALITY, null))
                            .events())
                    .containsExactly(marked(REFERRAL.value()));
        }

        @Test
        void is_not_taken_along_before_it_was_entered() {
            var later = where(
                    Happened.referral(REFERRAL, MUNICIPALITY, MUNICIPALITY, FROM),
                    new ReferralAccepted(REFERRAL, MUNICIPALITY, THEN),
                    new ParticipantEnrolled(
                            ENROLMENT, MUNICIPALITY, REFERRAL, EnrolmentForm.PROGRAMME, null, NOW.plusNanos(1_000)));
            var taking = mark(MUNICIPALITY, Dependents.TAKE_ALONG);

            assertThat(later.when(taking).refusal()).isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(later.when(mark(MUNICIPALITY, Dependents.LEAVE)).events())
                    .hasSize(1);
        }

        @Test
        void of_another_lane_is_neither_named_nor_taken() {
            for (var dependents : new Dependents[] {null, Dependents.TAKE_ALONG}) {
                assertThat(enrolledAfter(SOCIAL_SERVICES)
                                .when(mark(SOCIAL_SERVICES, dependents))
                                .events())
                        .hasSize(1);
            }
        }
    }
}
