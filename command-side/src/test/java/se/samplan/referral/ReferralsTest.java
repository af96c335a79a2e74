package se.samplan.referral;

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

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.coordination.LetTimePass;
import se.samplan.policy.PolicyKind;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

class ReferralsTest {

    private static final ReferralId ID = ReferralId.random();
    private static final LocalDate RESPOND_BY = LocalDate.of(2022, 3, 15);

    /** The first instant of the 16th of March in Sweden. */
    private static final Instant DUE = Instant.parse("2022-03-15T23:00:00Z");

    private static CaseUnderTest referred() {
        return where(Happened.referral(ID, SOCIAL_SERVICES, MUNICIPALITY, RESPOND_BY));
    }

    private static ReferParticipant refer(
            LaneId from, LaneId to, ReferralSource source, @Nullable OtherSource other, @Nullable LocalDate since) {
        return new ReferParticipant(
                CASE,
                from,
                ID,
                to,
                source,
                other,
                TargetGroup.NEWCOMER,
                SocialAssistance.SUPPLEMENTARY,
                since,
                Education.POST_SECONDARY,
                DesiredOutcome.STUDIES,
                TEXT,
                EffectiveAt.instant(THEN));
    }

    private static ReferParticipant refer(LaneId from, LaneId to, ReferralSource source) {
        return refer(from, to, source, null, null);
    }

    private static AcceptReferral accept(LaneId lane, Instant at) {
        return new AcceptReferral(CASE, lane, ID, EffectiveAt.instant(at));
    }

    private static DeclineReferral decline(LaneId lane, Instant at) {
        return new DeclineReferral(CASE, lane, ID, DeclineReason.NO_PLACE, TEXT, EffectiveAt.instant(at));
    }

    private static WithdrawReferral withdraw(LaneId lane, Instant at) {
        return new WithdrawReferral(CASE, lane, ID, WithdrawalReason.MOVED, TEXT, EffectiveAt.instant(at));
    }

    @Nested
    class Refer_participant {

        @Test
        void is_made_to_the_unit_with_the_last_day_for_an_answer() {
            var since = LocalDate.of(2022, 3, 1);

            var decided =
                    where().when(refer(SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES, null, since));

            assertThat(decided.events())
                    .containsExactly(new ReferralMade(
                            ID,
                            SOCIAL_SERVICES,
                            MUNICIPALITY,
                            ReferralSource.SOCIAL_SERVICES,
                            null,
                            TargetGroup.NEWCOMER,
                            SocialAssistance.SUPPLEMENTARY,
                            since,
                            Education.POST_SECONDARY,
                            DesiredOutcome.STUDIES,
                            TEXT,
                            RESPOND_BY,
                            THEN));
            assertThat(decided.metadata(ReferralMade.class)).containsEntry("policy", "default");
        }

        @Test
        void is_answered_within_the_days_of_the_units_policy_which_the_event_records() {
            var decided = where().policy(PolicyKind.REFERRAL_ANSWER, "1481", "days=3")
                    .policy(PolicyKind.REFERRAL_ANSWER, "1480", "days=9")
                    .when(refer(SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES));

            assertThat(decided.events(ReferralMade.class).getFirst().respondBy())
                    .isEqualTo(LocalDate.of(2022, 3, 4));
            assertThat(decided.metadata(ReferralMade.class))
                    .containsEntry("policyValues", "dayKind=CALENDAR;days=3;endsOnWorkingDay=true")
                    .containsEntry("policyVersion", "1");
        }

        @Test
        void goes_to_a_labour_market_unit() {
            assertThat(where().when(refer(AGENCY, SOCIAL_SERVICES, ReferralSource.EMPLOYMENT_SERVICE))
                            .refusal())
                    .isEqualTo(ReferralRefusal.NOT_A_LABOUR_MARKET_UNIT);
        }

        @ParameterizedTest
        @CsvSource({
            "1481:SOCIAL_SERVICES,SOCIAL_SERVICES,true",
            "1481:SOCIAL_SERVICES,EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES,true",
            "1481:SOCIAL_SERVICES,EMPLOYMENT_SERVICE,false",
            "1481:SOCIAL_SERVICES,SELF,false",
            "AF:AGENCY,EMPLOYMENT_SERVICE,true",
            "AF:AGENCY,EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES,true",
            "AF:AGENCY,SOCIAL_SERVICES,false",
            "1481:LABOUR_MARKET,SELF,true",
            "1481:LABOUR_MARKET,EMPLOYMENT_SERVICE,true",
            "1481:LABOUR_MARKET,SOCIAL_INSURANCE_AGENCY,true",
            "1480:LABOUR_MARKET,SELF,false"
        })
        void comes_from_a_source_that_fits_the_one_who_refers(String from, ReferralSource source, boolean fits) {
            var decided = where().when(refer(LaneId.of(from), MUNICIPALITY, source));

            if (fits) {
                assertThat(decided.events()).hasSize(1);
            } else {
                assertThat(decided.refusal()).isEqualTo(ReferralRefusal.SOURCE_DOES_NOT_FIT);
            }
        }

        @Test
        void from_another_source_says_which_and_only_then() {
            assertThat(where().when(refer(MUNICIPALITY, MUNICIPALITY, ReferralSource.OTHER))
                            .refusal())
                    .isEqualTo(ReferralRefusal.OTHER_SOURCE_NEEDED);
            assertThat(where().when(refer(
                                    MUNICIPALITY, MUNICIPALITY, ReferralSource.SELF, OtherSource.HEALTH_CARE, null))
                            .refusal())
                    .isEqualTo(ReferralRefusal.OTHER_SOURCE_NEEDED);
            assertThat(where().when(refer(
                                    MUNICIPALITY, MUNICIPALITY, ReferralSource.OTHER, OtherSource.YOUTH_DUTY, null))
                            .events())
                    .hasSize(1);
        }

        @Test
        void counts_time_without_work_from_that_day_at_the_latest() {
            var tomorrow = LocalDate.of(2022, 3, 2);

            assertThat(where().when(refer(
                                    SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES, null, tomorrow))
                            .refusal())
                    .isEqualTo(ReferralRefusal.WITHOUT_WORK_IN_THE_FUTURE);
        }

        @Test
        void is_not_made_twice_by_the_same_party_to_the_same_unit_while_it_waits() {
            assertThat(referred()
                            .when(refer(SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES))
                            .refusal())
                    .isEqualTo(ReferralRefusal.ALREADY_REFERRED);
        }

        @Test
        void a_past_one_is_entered_beside_one_that_waits_since_later() {
            var referred = where(Happened.referral(ReferralId.random(), SOCIAL_SERVICES, MUNICIPALITY, RESPOND_BY));
            var past = refer(SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES);

            assertThat(referred.when(madeAt(past, Instant.parse("2020-01-10T09:00:00Z")))
                            .events())
                    .hasSize(1);
            assertThat(referred.when(madeAt(past, THEN.minusSeconds(1))).refusal())
                    .as("its time for an answer runs into the other's")
                    .isEqualTo(ReferralRefusal.ALREADY_REFERRED);
        }

        private static ReferParticipant madeAt(ReferParticipant like, Instant at) {
            return new ReferParticipant(
                    like.caseId(),
                    like.lane(),
                    like.referralId(),
                    like.to(),
                    like.source(),
                    like.otherSource(),
                    like.targetGroup(),
                    like.socialAssistance(),
                    null,
                    like.education(),
                    like.desiredOutcome(),
                    like.reason(),
                    EffectiveAt.instant(at));
        }

        @Test
        void is_made_again_once_it_is_answered_and_beside_anothers() {
            var again = refer(SOCIAL_SERVICES, MUNICIPALITY, ReferralSource.SOCIAL_SERVICES);

            assertThat(referred()
                            .having(new ReferralDeclined(ID, MUNICIPALITY, DeclineReason.OTHER, null, THEN))
                            .when(again)
                            .events())
                    .hasSize(1);
            assertThat(referred()
                            .when(refer(AGENCY, MUNICIPALITY, ReferralSource.EMPLOYMENT_SERVICE))
                            .events())
                    .hasSize(1);
            assertThat(referred()
                            .when(refer(SOCIAL_SERVICES, NEIGHBOUR, ReferralSource.SOCIAL_SERVICES))
                            .events())
                    .hasSize(1);
        }
    }

    @Nested
    class Accept_referral {

        @Test
        void is_accepted_by_the_unit_it_was_sent_to() {
            assertThat(referred().when(accept(MUNICIPALITY, NOW)).events())
                    .containsExactly(new ReferralAccepted(ID, MUNICIPALITY, NOW));
        }

        @Test
        void is_accepted_at_the_moment_of_its_cause_and_not_before() {
            assertThat(referred().when(accept(MUNICIPALITY, THEN)).events()).hasSize(1);
            assertThat(referred()
                            .when(accept(MUNICIPALITY, THEN.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @Test
        void is_accepted_now_and_not_in_the_future() {
            assertThat(referred().when(accept(MUNICIPALITY, NOW)).events()).hasSize(1);
            assertThat(referred()
                            .when(accept(MUNICIPALITY, NOW.plusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.IN_THE_FUTURE);
        }

        @Test
        void is_not_for_the_one_who_referred_and_unknown_to_others() {
            assertThat(referred().when(accept(SOCIAL_SERVICES, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(referred().when(accept(NEIGHBOUR, NOW)).refusal()).isEqualTo(ReferralRefusal.UNKNOWN_REFERRAL);
            assertThat(where().when(accept(MUNICIPALITY, NOW)).refusal()).isEqualTo(ReferralRefusal.UNKNOWN_REFERRAL);
        }

        @Test
        void is_accepted_once() {
            assertThat(referred()
                            .having(new ReferralAccepted(ID, MUNICIPALITY, THEN))
                            .when(accept(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ReferralRefusal.REFERRAL_NOT_OPEN);
        }

        @Test
        void is_accepted_late_and_in_time_but_recorded_late() {
            var lapsed = referred().having(new ReferralOverdue(ID, SOCIAL_SERVICES, DUE));

            assertThat(lapsed.at(DUE)
                            .when(accept(MUNICIPALITY, DUE.minusNanos(1_000)))
                            .events())
                    .hasSize(1);
            assertThat(lapsed.at(DUE).when(accept(MUNICIPALITY, DUE)).events()).hasSize(1);
        }
    }

    @Nested
    class Decline_referral {

        @Test
        void is_declined_with_a_reason_by_the_unit() {
            assertThat(referred().when(decline(MUNICIPALITY, NOW)).events())
                    .containsExactly(new ReferralDeclined(ID, MUNICIPALITY, DeclineReason.NO_PLACE, TEXT, NOW));
        }

        @Test
        void is_not_declined_by_others_or_when_answered_or_before_it_was_made() {
            assertThat(referred().when(decline(SOCIAL_SERVICES, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(referred().when(decline(AGENCY, NOW)).refusal()).isEqualTo(ReferralRefusal.UNKNOWN_REFERRAL);
            assertThat(referred()
                            .when(decline(MUNICIPALITY, THEN.minusSeconds(1)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(referred()
                            .having(new ReferralWithdrawn(ID, SOCIAL_SERVICES, WithdrawalReason.FOUND_WORK, null, THEN))
                            .when(decline(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(ReferralRefusal.REFERRAL_NOT_OPEN);
        }
    }

    @Nested
    class Withdraw_referral {

        @Test
        void is_withdrawn_by_the_one_who_made_it() {
            assertThat(referred().when(withdraw(SOCIAL_SERVICES, NOW)).events())
                    .containsExactly(new ReferralWithdrawn(ID, SOCIAL_SERVICES, WithdrawalReason.MOVED, TEXT, NOW));
        }

        @Test
        void is_not_withdrawn_by_the_unit_or_once_accepted_or_before_it_was_made() {
            assertThat(referred().when(withdraw(MUNICIPALITY, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(referred()
                            .when(withdraw(SOCIAL_SERVICES, THEN.minusSeconds(1)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(referred()
                            .having(new ReferralAccepted(ID, MUNICIPALITY, THEN))
                            .when(withdraw(SOCIAL_SERVICES, NOW))
                            .refusal())
                    .isEqualTo(ReferralRefusal.REFERRAL_NOT_OPEN);
        }
    }

    @Nested
    class Overdue {

        private final LetTimePass atItsLastInstant =
                new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(DUE.minusNanos(1_000)));
        private final LetTimePass afterIt = new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(DUE));

        @Test
        void waits_until_the_last_instant_of_the_day_for_an_answer() {
            assertThat(referred().at(DUE).when(atItsLastInstant).events()).isEmpty();
            assertThat(referred().at(DUE).when(afterIt).events())
                    .containsExactly(new ReferralOverdue(ID, SOCIAL_SERVICES, DUE));
        }

        @Test
        void is_said_once() {
            assertThat(referred().at(DUE).after(afterIt).when(afterIt).events()).isEmpty();
        }

        @Test
        void does_not_happen_to_one_that_is_answered() {
            assertThat(referred()
                            .having(new ReferralAccepted(ID, MUNICIPALITY, THEN))
                            .at(DUE)
                            .when(afterIt)
                            .events())
                    .isEmpty();
        }
    }
}
