package se.samplan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samplan.casework.EntryKind;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.clearance.ClearanceId;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionId;
import se.samplan.collision.CollisionKind;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralRefusal;
import se.samplan.subsidy.SubsidyRequestId;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

class EnrolmentsTest {

    private static final EnrolmentId ID = EnrolmentId.random();
    private static final ReferralId REFERRAL = ReferralId.random();
    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId THEIRS = ActivityId.random();

    private static CaseUnderTest enrolled() {
        return where(new ParticipantEnrolled(ID, MUNICIPALITY, null, EnrolmentForm.PROGRAMME, null, THEN));
    }

    private static EnrolParticipant enrol(LaneId lane, @Nullable ReferralId referral, Instant at) {
        return new EnrolParticipant(
                CASE, lane, ID, referral, EnrolmentForm.HOLIDAY_JOB, "KC Centrum", EffectiveAt.instant(at), null);
    }

    private static EndEnrolment end(LaneId lane, List<UUID> leftOpen, @Nullable Sealed reason, Instant at) {
        return new EndEnrolment(
                CASE,
                lane,
                ID,
                new Ending(Outcome.REGULAR_EMPLOYMENT, leftOpen, reason, TEXT, EffectiveAt.instant(at)));
    }

    private static List<?> open(CaseUnderTest where, LaneId lane) {
        var told = where.when(new CheckClosing(CASE, lane, ID, EffectiveAt.instant(NOW)))
                .accepted()
                .responseFields();
        return ((List<?>) told.getOrDefault("open", List.of()))
                .stream().map(entry -> ((ClosingCheck.Open) entry).entry()).toList();
    }

    @Nested
    class Enrol_participant {

        private final CaseUnderTest referred = where(Happened.referral(REFERRAL, SOCIAL_SERVICES, MUNICIPALITY, FROM));

        @Test
        void takes_part_from_now_on_with_or_without_a_referral() {
            assertThat(where().when(enrol(MUNICIPALITY, null, NOW)).events())
                    .containsExactly(new ParticipantEnrolled(
                            ID, MUNICIPALITY, null, EnrolmentForm.HOLIDAY_JOB, "KC Centrum", NOW));
            assertThat(referred.having(new ReferralAccepted(REFERRAL, MUNICIPALITY, NOW))
                            .when(enrol(MUNICIPALITY, REFERRAL, NOW))
                            .events(ParticipantEnrolled.class)
                            .getFirst()
                            .referralId())
                    .isEqualTo(REFERRAL);
        }

        @Test
        void follows_a_referral_accepted_by_then() {
            assertThat(referred.when(enrol(MUNICIPALITY, REFERRAL, NOW)).refusal())
                    .isEqualTo(EnrolmentRefusal.REFERRAL_NOT_ACCEPTED);
            assertThat(referred.having(new ReferralAccepted(REFERRAL, MUNICIPALITY, NOW))
                            .when(enrol(MUNICIPALITY, REFERRAL, NOW.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(EnrolmentRefusal.REFERRAL_NOT_ACCEPTED);
            assertThat(where().when(enrol(MUNICIPALITY, REFERRAL, NOW)).refusal())
                    .isEqualTo(ReferralRefusal.UNKNOWN_REFERRAL);
        }

        @Test
        void takes_part_once_at_a_time_at_each_unit() {
            assertThat(enrolled().when(enrol(MUNICIPALITY, null, NOW)).refusal())
                    .isEqualTo(EnrolmentRefusal.ALREADY_ENROLLED);
            assertThat(enrolled().when(enrol(NEIGHBOUR, null, NOW)).events()).hasSize(1);
        }

        @Test
        void comes_back_from_the_instant_the_former_one_ended() {
            var ended =
                    enrolled().having(new EnrolmentEnded(ID, MUNICIPALITY, Outcome.OTHER, List.of(), null, null, NOW));

            assertThat(ended.when(enrol(MUNICIPALITY, null, NOW)).events()).hasSize(1);
            assertThat(ended.when(enrol(MUNICIPALITY, null, NOW.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(EnrolmentRefusal.ALREADY_ENROLLED);
        }
    }

    @Nested
    class End_enrolment {

        private final CaseUnderTest withActivity = enrolled().having(planned(OURS, MUNICIPALITY, ActivityKind.MAPPING));

        @Test
        void ends_with_an_outcome() {
            assertThat(enrolled().when(end(MUNICIPALITY, List.of(), null, NOW)).events())
                    .containsExactly(new EnrolmentEnded(
                            ID, MUNICIPALITY, Outcome.REGULAR_EMPLOYMENT, List.of(), null, TEXT, NOW));
        }

        @Test
        void names_what_is_open_and_lets_it_be_with_a_reason() {
            var rejected =
                    withActivity.when(end(MUNICIPALITY, List.of(), null, NOW)).rejected();

            assertThat(rejected.reason()).isEqualTo(EnrolmentRefusal.ENTRIES_OPEN);
            assertThat(rejected.details())
                    .containsEntry(
                            "open",
                            List.of(new ClosingCheck.Open(
                                    OURS.value(), new Coded("ACTIVITY", "insats", "activity"), MUNICIPALITY)));
            assertThat(withActivity
                            .when(end(MUNICIPALITY, List.of(OURS.value()), null, NOW))
                            .refusal())
                    .isEqualTo(EnrolmentRefusal.REASON_FOR_LEAVING_OPEN);
            assertThat(withActivity
                            .when(end(MUNICIPALITY, List.of(OURS.value(), UUID.randomUUID()), TEXT, NOW))
                            .events())
                    .as("what is recorded is what was open")
                    .containsExactly(new EnrolmentEnded(
                            ID, MUNICIPALITY, Outcome.REGULAR_EMPLOYMENT, List.of(OURS.value()), TEXT, TEXT, NOW));
        }

        @Test
        void is_ended_once_by_its_lane_and_not_before_it_began() {
            assertThat(enrolled()
                            .having(new EnrolmentEnded(ID, MUNICIPALITY, Outcome.OTHER, List.of(), null, null, THEN))
                            .when(end(MUNICIPALITY, List.of(), null, NOW))
                            .refusal())
                    .isEqualTo(EnrolmentRefusal.ENROLMENT_ENDED);
            assertThat(enrolled().when(end(NEIGHBOUR, List.of(), null, NOW)).refusal())
                    .isEqualTo(EnrolmentRefusal.UNKNOWN_ENROLMENT);
            assertThat(enrolled()
                            .when(end(MUNICIPALITY, List.of(), null, THEN.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class Check_closing {

        @Test
        void lists_every_kind_of_open_entry_of_both_lanes_that_the_unit_may_know() {
            var clearance = ClearanceId.random();
            var subsidy = SubsidyRequestId.random();
            var collision = new CollisionFound(
                    CollisionId.random(),
                    MUNICIPALITY,
                    AGENCY,
                    CollisionKind.DOUBLE_WORK,
                    OURS,
                    THEIRS,
                    FROM,
                    TO,
                    null,
                    THEN);
            var all = enrolled()
                    .having(
                            consentToActivities(),
                            Happened.referral(REFERRAL, SOCIAL_SERVICES, MUNICIPALITY, FROM),
                            planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                            planned(THEIRS, AGENCY, ActivityKind.MAPPING),
                            collision,
                            Happened.clearance(clearance, OURS, FROM),
                            Happened.subsidy(subsidy, FROM));

            assertThat(open(all, MUNICIPALITY).stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                            REFERRAL.toString(),
                            OURS.toString(),
                            THEIRS.toString(),
                            collision.collisionId().toString(),
                            clearance.toString(),
                            subsidy.toString());
        }

        @ParameterizedTest
        @EnumSource(EntryKind.class)
        void says_in_both_languages_what_is_open(EntryKind kind) {
            assertThat(Texts.of(kind).sv()).isNotBlank();
            assertThat(Texts.of(kind).en()).isNotBlank();
        }

        @Test
        void is_cut_by_what_the_unit_may_know() {
            var both = enrolled()
                    .having(
                            planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                            planned(THEIRS, AGENCY, ActivityKind.MAPPING));
            var consent = consentToActivities();

            assertThat(open(both, MUNICIPALITY).stream().map(Object::toString)).containsExactly(OURS.toString());
            both.having(consent);
            assertThat(open(both, MUNICIPALITY)).hasSize(2);
            both.having(new ConsentWithdrawn(consent.groundId(), AGENCY, NOW));
            assertThat(open(both, MUNICIPALITY)).hasSize(1);
        }

        @Test
        void a_ground_for_another_kind_shows_nothing() {
            assertThat(open(
                            enrolled()
                                    .having(
                                            planned(THEIRS, AGENCY, ActivityKind.MAPPING),
                                            Happened.consent(
                                                    GroundId.random(),
                                                    Set.of(InformationKind.PLAN),
                                                    MUNICIPALITY,
                                                    AGENCY)),
                            MUNICIPALITY))
                    .isEmpty();
        }

        @Test
        void what_has_ended_is_not_open_and_nothing_changes() {
            var ended = enrolled()
                    .having(
                            planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                            new ActivityCompleted(OURS, MUNICIPALITY, NOW));

            assertThat(open(ended, MUNICIPALITY)).isEmpty();
            assertThat(ended.when(new CheckClosing(CASE, MUNICIPALITY, ID, EffectiveAt.instant(NOW)))
                            .events())
                    .isEmpty();
        }

        @Test
        void leaves_out_what_was_asked_for_an_activity_that_has_ended() {
            assertThat(open(
                            enrolled()
                                    .having(
                                            planned(OURS, MUNICIPALITY, ActivityKind.MAPPING),
                                            Happened.clearance(ClearanceId.random(), OURS, FROM),
                                            new ActivityCompleted(OURS, MUNICIPALITY, NOW)),
                            MUNICIPALITY))
                    .isEmpty();
        }

        @Test
        void is_of_an_enrolment_of_the_lane() {
            assertThat(enrolled()
                            .when(new CheckClosing(CASE, NEIGHBOUR, ID, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(EnrolmentRefusal.UNKNOWN_ENROLMENT);
        }
    }
}
