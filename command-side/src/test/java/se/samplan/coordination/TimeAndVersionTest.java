package se.samplan.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.SOCIAL_SERVICES;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseRefusal;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceId;
import se.samplan.command.CommandMetadata;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralId;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;
import se.samplan.subsidy.SubsidyRequestId;

/** What holds for every command of a case: its time, the version its sender read, and its second sending. */
class TimeAndVersionTest {

    private static final Instant FIRST_DUE = Instant.parse("2022-03-03T23:00:00Z");

    private static LetTimePass pass(Instant until) {
        return new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(until));
    }

    @Nested
    class Let_time_pass {

        private final ReferralId referral = ReferralId.random();
        private final ClearanceId clearance = ClearanceId.random();
        private final SubsidyRequestId subsidy = SubsidyRequestId.random();

        private CaseUnderTest waiting() {
            return where(
                    Happened.subsidy(subsidy, LocalDate.of(2022, 3, 5)),
                    Happened.clearance(clearance, ActivityId.random(), LocalDate.of(2022, 3, 4)),
                    Happened.referral(referral, SOCIAL_SERVICES, MUNICIPALITY, LocalDate.of(2022, 3, 3)));
        }

        @Test
        void what_was_due_by_then_lapses_in_the_order_it_was_due() {
            assertThat(waiting().when(pass(NOW)).events())
                    .containsExactly(
                            new ReferralOverdue(referral, SOCIAL_SERVICES, FIRST_DUE),
                            new ClearanceOverdue(clearance, MUNICIPALITY, Instant.parse("2022-03-04T23:00:00Z")),
                            new SubsidyWindowLapsed(subsidy, MUNICIPALITY, Instant.parse("2022-03-05T23:00:00Z")));
        }

        @Test
        void what_is_due_later_waits() {
            assertThat(waiting().when(pass(FIRST_DUE)).events()).hasSize(1);
            assertThat(waiting().when(pass(FIRST_DUE.minusNanos(1_000))).events())
                    .isEmpty();
        }

        @Test
        void a_second_sending_changes_nothing() {
            assertThat(waiting().after(pass(NOW)).when(pass(NOW)).events()).isEmpty();
        }

        @Test
        void time_that_has_not_passed_is_refused() {
            assertThat(waiting().when(pass(NOW.plusNanos(1_000))).refusal()).isEqualTo(TimeRefusal.IN_THE_FUTURE);
        }

        @Test
        void the_earliest_deadline_ahead_of_the_time_passed_is_told() {
            var before = FIRST_DUE.minusSeconds(1);

            var answer = waiting().at(before).when(pass(before)).accepted();
            assertThat(answer.dueBefore()).isEqualTo(FIRST_DUE);
            assertThat(answer.due()).isEqualTo(FIRST_DUE);
            assertThat(waiting().when(pass(before)).accepted().due()).isEqualTo(FIRST_DUE);
            assertThat(waiting().when(pass(FIRST_DUE)).accepted().due())
                    .isEqualTo(Instant.parse("2022-03-04T23:00:00Z"));
        }
    }

    @Nested
    class A_write_that_says_what_it_read {

        private String version(CaseUnderTest where) {
            return where.when(pass(Instant.EPOCH)).accepted().version();
        }

        @Test
        void is_refused_where_that_has_changed() {
            var before = where();
            var read = version(before);

            assertThat(before.havingRead(read).when(pass(Instant.EPOCH)).events())
                    .isEmpty();
            assertThat(before.having(planned(ActivityId.random(), MUNICIPALITY, ActivityKind.MAPPING))
                            .when(pass(Instant.EPOCH))
                            .refusal())
                    .isEqualTo(CaseRefusal.STALE);
        }

        @Test
        void is_accepted_where_another_lane_did_something_hidden_and_refused_where_it_may_know() {
            var theirs = planned(ActivityId.random(), AGENCY, ActivityKind.MAPPING);
            var alone = where();
            var together = where(consentToActivities());
            var readAlone = version(alone);
            var readTogether = version(together);

            assertThat(alone.having(theirs)
                            .havingRead(readAlone)
                            .when(pass(Instant.EPOCH))
                            .events())
                    .isEmpty();
            assertThat(together.having(theirs)
                            .havingRead(readTogether)
                            .when(pass(Instant.EPOCH))
                            .refusal())
                    .isEqualTo(CaseRefusal.STALE);
        }
    }

    @Nested
    class A_second_sending {

        @Test
        void has_no_effect_and_answers_of_the_first_ones_entry() {
            var clearance = ClearanceId.random();
            var sentAgain = where(Happened.clearance(clearance, ActivityId.random(), FROM))
                    .with(CommandMetadata.REPEATED, clearance.value());

            var decided = sentAgain.when(pass(NOW.plusSeconds(9)));

            assertThat(decided.events()).isEmpty();
            assertThat(decided.accepted().entry()).isEqualTo(clearance.value());
            assertThat(decided.accepted().responseFields()).containsEntry("respondBy", FROM);
        }
    }
}
