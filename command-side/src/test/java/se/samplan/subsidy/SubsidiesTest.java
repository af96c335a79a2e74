package se.samplan.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.BENGT;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.consent.ConsentRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.coordination.LetTimePass;
import se.samplan.organisation.Mandate;
import se.samplan.policy.PolicyKind;
import se.samplan.staff.OwnAppointments;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;

class SubsidiesTest {

    private static final SubsidyRequestId ID = SubsidyRequestId.random();
    private static final LocalDate CLOSES = LocalDate.of(2022, 3, 25);

    /** The first instant of the 26th of March in Sweden. */
    private static final Instant DUE = Instant.parse("2022-03-25T23:00:00Z");

    private static final Instant LAST = DUE.minusNanos(1_000);
    private static final Instant BEFORE = THEN.minusNanos(1_000);
    private static final LocalDate FROM = LocalDate.of(2022, 4, 1);
    private static final LocalDate TO = LocalDate.of(2023, 3, 31);

    private static CaseUnderTest requested() {
        return where(Happened.subsidy(ID, CLOSES)).sentBy(ANNA, Mandate.SUBSIDY_DECISION);
    }

    private static CaseUnderTest twoPersons() {
        return requested().policy(PolicyKind.SUBSIDY_DECISION, "AF-1481", "secondPerson=true");
    }

    private static RequestSubsidyDecision request(LocalDate closes, Instant at) {
        return new RequestSubsidyDecision(
                CASE,
                MUNICIPALITY,
                ID,
                Scheme.WAGE_SUBSIDY,
                new EmployerId("5599990016"),
                TEXT,
                50,
                FROM,
                closes,
                EffectiveAt.instant(at));
    }

    private static ApproveSubsidy approve(LaneId lane, int level, LocalDate from, LocalDate to, Instant at) {
        return new ApproveSubsidy(CASE, lane, ID, level, from, to, EffectiveAt.instant(at));
    }

    private static ApproveSubsidy approve(Instant at) {
        return approve(AGENCY, 80, FROM, TO, at);
    }

    private static RefuseSubsidy refuse(LaneId lane, Instant at) {
        return new RefuseSubsidy(CASE, lane, ID, SubsidyRefusalReason.NO_FUNDS, TEXT, EffectiveAt.instant(at));
    }

    private static WithdrawSubsidyRequest withdraw(LaneId lane, Instant at) {
        return new WithdrawSubsidyRequest(CASE, lane, ID, TEXT, EffectiveAt.instant(at));
    }

    private static SubsidyApproved approved() {
        return new SubsidyApproved(ID, AGENCY, 80, FROM, TO, THEN);
    }

    @Nested
    class Request_subsidy_decision {

        private final CaseUnderTest consented =
                where(Happened.consent(GroundId.random(), Set.of(InformationKind.SUBSIDY), MUNICIPALITY, AGENCY));

        @Test
        void is_asked_of_the_agency() {
            var decided = consented.when(request(CLOSES, NOW));

            assertThat(decided.events())
                    .containsExactly(new SubsidyDecisionRequested(
                            ID,
                            MUNICIPALITY,
                            AGENCY,
                            Scheme.WAGE_SUBSIDY,
                            new EmployerId("5599990016"),
                            TEXT,
                            50,
                            FROM,
                            CLOSES,
                            NOW));
            assertThat(decided.accepted().responseFields().get("state")).hasToString("REQUESTED");
        }

        @Test
        void needs_a_ground_for_subsidies() {
            assertThat(where().when(request(CLOSES, NOW)).refusal()).isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(where(Happened.consentToActivities())
                            .when(request(CLOSES, NOW))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NO_GROUND);
        }

        @Test
        void needs_a_ground_in_force_when_it_takes_effect_and_now() {
            var to = THEN.plusSeconds(200);
            var last = to.minusNanos(1_000);
            var until = where(Happened.consent(
                    GroundId.random(), THEN, to, Set.of(InformationKind.SUBSIDY), MUNICIPALITY, AGENCY));

            assertThat(until.at(last).when(request(CLOSES, BEFORE)).refusal()).isEqualTo(ConsentRefusal.NO_GROUND);
            assertThat(until.at(last).when(request(CLOSES, THEN)).events()).hasSize(1);
            assertThat(until.at(to).when(request(CLOSES, THEN)).refusal()).isEqualTo(ConsentRefusal.NO_GROUND);
        }

        @Test
        void has_a_window_that_closes_that_day_at_the_earliest() {
            var today = LocalDate.of(2022, 3, 10);

            assertThat(consented.when(request(today, NOW)).events()).hasSize(1);
            assertThat(consented.when(request(today.minusDays(1), NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.WINDOW_CLOSES_BEFORE_REQUEST);
        }
    }

    @Nested
    class Approve_subsidy {

        @Test
        void is_approved_by_one_with_the_mandate_alone() {
            var decided = requested().when(approve(NOW));

            assertThat(decided.events()).containsExactly(new SubsidyApproved(ID, AGENCY, 80, FROM, TO, NOW));
            assertThat(decided.metadata(SubsidyApproved.class)).containsEntry("policyValues", "secondPerson=false");
            assertThat(decided.accepted().responseFields().get("state")).hasToString("APPROVED");
        }

        @Test
        void needs_the_mandate_and_the_lane_that_was_asked() {
            assertThat(requested().sentBy(BENGT).when(approve(NOW)).refusal()).isEqualTo(SubsidyRefusal.NO_MANDATE);
            assertThat(requested()
                            .sentBy(BENGT, Mandate.PROTECTED_IDENTITIES)
                            .when(approve(NOW))
                            .refusal())
                    .isEqualTo(SubsidyRefusal.NO_MANDATE);
            assertThat(requested()
                            .when(approve(MUNICIPALITY, 80, FROM, TO, NOW))
                            .refusal())
                    .isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(requested().when(approve(NEIGHBOUR, 80, FROM, TO, NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.UNKNOWN_SUBSIDY_REQUEST);
        }

        @Test
        void lasts_a_day_at_least() {
            assertThat(requested().when(approve(AGENCY, 80, FROM, FROM, NOW)).events())
                    .hasSize(1);
            assertThat(requested()
                            .when(approve(AGENCY, 80, FROM, FROM.minusDays(1), NOW))
                            .refusal())
                    .isEqualTo(SubsidyRefusal.PERIOD_ENDS_BEFORE_IT_BEGINS);
        }

        @Test
        void is_approved_from_the_request_to_the_windows_last_instant() {
            assertThat(requested().when(approve(THEN)).events()).hasSize(1);
            assertThat(requested().when(approve(BEFORE)).refusal()).isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(requested().at(DUE).when(approve(LAST)).events()).hasSize(1);
            assertThat(requested().at(DUE).when(approve(DUE)).refusal()).isEqualTo(SubsidyRefusal.WINDOW_CLOSED);
        }

        @Test
        void in_time_and_recorded_after_the_lapse_it_wins() {
            var lapsed = requested()
                    .having(new SubsidyWindowLapsed(ID, MUNICIPALITY, DUE))
                    .at(DUE);

            assertThat(lapsed.when(approve(LAST)).events()).hasSize(1);
            assertThat(lapsed.when(approve(DUE)).refusal()).isEqualTo(SubsidyRefusal.WINDOW_CLOSED);
        }

        @Test
        void is_decided_once() {
            for (var decision : List.of(
                    approved(),
                    new SubsidyRefused(ID, AGENCY, SubsidyRefusalReason.OTHER, null, THEN),
                    new SubsidyRequestWithdrawn(ID, MUNICIPALITY, null, THEN))) {
                assertThat(requested().having(decision).when(approve(NOW)).refusal())
                        .isEqualTo(SubsidyRefusal.SUBSIDY_DECIDED);
            }
        }
    }

    @Nested
    class Second_person {

        @Test
        void the_first_proposes_and_another_approves_the_same() {
            var proposed = twoPersons().when(approve(THEN));

            assertThat(proposed.events()).containsExactly(new SubsidyApprovalProposed(ID, AGENCY, 80, FROM, TO, THEN));
            assertThat(proposed.accepted().responseFields().get("state")).hasToString("PROPOSED");
            assertThat(twoPersons()
                            .after(approve(THEN))
                            .sentBy(BENGT, Mandate.SUBSIDY_DECISION)
                            .when(approve(NOW))
                            .events())
                    .containsExactly(new SubsidyApproved(ID, AGENCY, 80, FROM, TO, NOW));
        }

        @Test
        void whoever_proposed_may_not_approve() {
            assertThat(twoPersons().after(approve(THEN)).when(approve(NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.SECOND_PERSON_NEEDED);
        }

        @Test
        void whoever_proposed_may_not_approve_by_another_appointment() {
            assertThat(twoPersons()
                            .after(approve(THEN))
                            .sentBy(BENGT, Mandate.SUBSIDY_DECISION)
                            .with(OwnAppointments.KEY, Set.of(ANNA, BENGT))
                            .when(approve(NOW))
                            .refusal())
                    .isEqualTo(SubsidyRefusal.SECOND_PERSON_NEEDED);
        }

        @Test
        void approves_nothing_else_than_what_was_proposed() {
            for (var other : List.of(
                    approve(AGENCY, 81, FROM, TO, NOW),
                    approve(AGENCY, 80, FROM.plusDays(1), TO, NOW),
                    approve(AGENCY, 80, FROM, TO.plusDays(1), NOW))) {
                assertThat(twoPersons()
                                .after(approve(THEN))
                                .sentBy(BENGT, Mandate.SUBSIDY_DECISION)
                                .when(other)
                                .refusal())
                        .isEqualTo(SubsidyRefusal.NOT_AS_PROPOSED);
            }
        }

        @Test
        void approves_not_before_it_was_proposed() {
            assertThat(twoPersons()
                            .after(approve(NOW))
                            .sentBy(BENGT, Mandate.SUBSIDY_DECISION)
                            .when(approve(NOW.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @Test
        void a_policy_of_the_scheme_goes_before_that_of_all() {
            assertThat(requested()
                            .policy(
                                    PolicyKind.SUBSIDY_DECISION,
                                    "AF-1481",
                                    "secondPerson=true",
                                    "secondPerson.NEW_START_JOB=false")
                            .when(approve(NOW))
                            .events())
                    .containsExactly(new SubsidyApproved(ID, AGENCY, 80, FROM, TO, NOW));
            assertThat(requested()
                            .policy(PolicyKind.SUBSIDY_DECISION, "AF-1481", "secondPerson.NEW_START_JOB=true")
                            .when(approve(NOW))
                            .events(SubsidyApprovalProposed.class))
                    .hasSize(1);
        }

        @Test
        void the_policy_of_the_day_it_takes_effect_decides() {
            var until = LocalDate.of(2022, 3, 9);
            var policied = requested()
                    .policy(
                            PolicyKind.SUBSIDY_DECISION,
                            "AF-1481",
                            LocalDate.of(2022, 1, 1),
                            until,
                            "secondPerson=true");

            assertThat(policied.when(approve(Instant.parse("2022-03-09T22:59:59Z")))
                            .events(SubsidyApprovalProposed.class))
                    .hasSize(1);
            assertThat(policied.when(approve(Instant.parse("2022-03-09T23:00:00Z")))
                            .events(SubsidyApproved.class))
                    .hasSize(1);
        }

        @Test
        void a_proposal_lapses_with_the_window() {
            assertThat(twoPersons()
                            .after(approve(THEN))
                            .at(DUE)
                            .when(new LetTimePass(CASE, AGENCY, EffectiveAt.instant(DUE)))
                            .events())
                    .containsExactly(new SubsidyWindowLapsed(ID, MUNICIPALITY, DUE));
        }
    }

    @Nested
    class Refuse_subsidy {

        @Test
        void is_refused_with_a_reason_by_one_with_the_mandate() {
            assertThat(requested().when(refuse(AGENCY, NOW)).events())
                    .containsExactly(new SubsidyRefused(ID, AGENCY, SubsidyRefusalReason.NO_FUNDS, TEXT, NOW));
            assertThat(requested().sentBy(BENGT).when(refuse(AGENCY, NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.NO_MANDATE);
            assertThat(requested().when(refuse(MUNICIPALITY, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
        }

        @Test
        void is_refused_in_the_window_and_once() {
            assertThat(requested().at(DUE).when(refuse(AGENCY, DUE)).refusal()).isEqualTo(SubsidyRefusal.WINDOW_CLOSED);
            assertThat(requested().having(approved()).when(refuse(AGENCY, NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.SUBSIDY_DECIDED);
        }
    }

    @Nested
    class Withdraw_subsidy_request {

        @Test
        void is_withdrawn_by_the_one_who_asked_until_it_is_decided() {
            assertThat(requested().when(withdraw(MUNICIPALITY, NOW)).events())
                    .containsExactly(new SubsidyRequestWithdrawn(ID, MUNICIPALITY, TEXT, NOW));
            assertThat(requested().when(withdraw(AGENCY, NOW)).refusal()).isEqualTo(CaseRefusal.NOT_YOURS);
            assertThat(requested().when(withdraw(NEIGHBOUR, NOW)).refusal())
                    .isEqualTo(SubsidyRefusal.UNKNOWN_SUBSIDY_REQUEST);
            assertThat(requested()
                            .having(approved())
                            .when(withdraw(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(SubsidyRefusal.SUBSIDY_DECIDED);
        }
    }

    @Nested
    class Lapse {

        @Test
        void is_said_once_at_the_end_of_the_day() {
            var pass = new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(DUE));

            assertThat(requested()
                            .at(DUE)
                            .when(new LetTimePass(CASE, MUNICIPALITY, EffectiveAt.instant(LAST)))
                            .events())
                    .isEmpty();
            assertThat(requested().at(DUE).when(pass).events())
                    .containsExactly(new SubsidyWindowLapsed(ID, MUNICIPALITY, DUE));
            assertThat(requested().at(DUE).after(pass).when(pass).events()).isEmpty();
            assertThat(requested().having(approved()).at(DUE).when(pass).events())
                    .isEmpty();
        }
    }
}
