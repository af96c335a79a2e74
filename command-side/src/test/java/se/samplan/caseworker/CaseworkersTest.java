package se.samplan.caseworker;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.ANNA;
import static se.samplan.coordination.CaseUnderTest.BENGT;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.LaneId;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.organisation.StaffId;
import se.samplan.staff.IsColleague;

class CaseworkersTest {

    private static final AssignmentId ID = AssignmentId.random();
    private static final Instant BEFORE = THEN.minusNanos(1_000);

    private static CaseUnderTest assigned() {
        return where(new CaseworkerAssigned(AssignmentId.random(), MUNICIPALITY, ANNA, THEN));
    }

    private static AssignCaseworker assign(LaneId lane, StaffId caseworker, Instant at) {
        return new AssignCaseworker(CASE, lane, ID, caseworker, EffectiveAt.instant(at));
    }

    private static HandOverCase handOver(StaffId to, Instant at) {
        return new HandOverCase(CASE, MUNICIPALITY, ID, to, TEXT, EffectiveAt.instant(at));
    }

    @Nested
    class Assign_caseworker {

        @Test
        void answers_for_the_lane_alone() {
            assertThat(where().when(assign(MUNICIPALITY, ANNA, NOW)).events())
                    .containsExactly(new CaseworkerAssigned(ID, MUNICIPALITY, ANNA, NOW));
            assertThat(assigned().when(assign(AGENCY, ANNA, NOW)).events()).hasSize(1);
            assertThat(assigned().when(assign(MUNICIPALITY, BENGT, NOW)).events())
                    .hasSize(1);
        }

        @Test
        void is_a_colleague_and_not_responsible_already() {
            assertThat(where().with(IsColleague.KEY, false)
                            .when(assign(MUNICIPALITY, ANNA, NOW))
                            .refusal())
                    .isEqualTo(CaseworkerRefusal.UNKNOWN_CASEWORKER);
            assertThat(assigned().when(assign(MUNICIPALITY, ANNA, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.ALREADY_RESPONSIBLE);
        }

        @Test
        void follows_the_one_before() {
            assertThat(assigned().when(assign(MUNICIPALITY, BENGT, THEN)).events())
                    .hasSize(1);
            assertThat(assigned().when(assign(MUNICIPALITY, BENGT, BEFORE)).refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class Hand_over_case {

        @Test
        void passes_from_one_to_another() {
            assertThat(assigned().when(handOver(BENGT, NOW)).events())
                    .containsExactly(new CaseHandedOver(ID, MUNICIPALITY, ANNA, BENGT, TEXT, NOW));
        }

        @Test
        void needs_somebody_to_pass_from_and_a_colleague_to_pass_to() {
            assertThat(where().when(handOver(BENGT, NOW)).refusal()).isEqualTo(CaseworkerRefusal.NOBODY_RESPONSIBLE);
            assertThat(assigned()
                            .with(IsColleague.KEY, false)
                            .when(handOver(BENGT, NOW))
                            .refusal())
                    .isEqualTo(CaseworkerRefusal.UNKNOWN_CASEWORKER);
            assertThat(assigned().when(handOver(ANNA, NOW)).refusal()).isEqualTo(CaseworkerRefusal.ALREADY_RESPONSIBLE);
            assertThat(assigned().when(handOver(BENGT, BEFORE)).refusal()).isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class End_responsibility {

        private static final CaseworkerAssigned ASSIGNED = new CaseworkerAssigned(ID, MUNICIPALITY, ANNA, THEN);
        private static final ResponsibilityEnded ENDED = new ResponsibilityEnded(ID, MUNICIPALITY, NOW);

        private static EndResponsibility end(AssignmentId assignment, LaneId lane, Instant at) {
            return new EndResponsibility(CASE, lane, assignment, EffectiveAt.instant(at));
        }

        @Test
        void leaves_the_lane_to_nobody_until_somebody_is_assigned_again() {
            assertThat(where(ASSIGNED).when(end(ID, MUNICIPALITY, NOW)).events())
                    .containsExactly(ENDED);
            assertThat(where(ASSIGNED, ENDED).when(handOver(BENGT, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.NOBODY_RESPONSIBLE);
            assertThat(where(ASSIGNED, ENDED)
                            .when(new AssignCaseworker(
                                    CASE, MUNICIPALITY, AssignmentId.random(), ANNA, EffectiveAt.instant(NOW)))
                            .events())
                    .hasSize(1);
        }

        @Test
        void ends_one_that_goes_on_in_the_lane() {
            assertThat(where(ASSIGNED).when(end(ID, AGENCY, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.UNKNOWN_ASSIGNMENT);
            assertThat(where(ASSIGNED)
                            .when(end(AssignmentId.random(), MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(CaseworkerRefusal.UNKNOWN_ASSIGNMENT);
            assertThat(where(ASSIGNED, ENDED).when(end(ID, MUNICIPALITY, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.NOT_RESPONSIBLE);
            assertThat(where(ASSIGNED).when(end(ID, MUNICIPALITY, BEFORE)).refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
            assertThat(where(ASSIGNED).when(end(ID, MUNICIPALITY, THEN)).events())
                    .hasSize(1);
        }

        @Test
        void is_not_brought_back_by_the_correction_of_a_later_assignment() {
            var later = new CaseworkerAssigned(AssignmentId.random(), MUNICIPALITY, BENGT, NOW);
            var error = new EnteredInError(later.entry(), MUNICIPALITY, ErrorReason.WRONG_FACTS, TEXT, NOW);

            assertThat(where(ASSIGNED, ENDED, later, error)
                            .when(handOver(BENGT, NOW))
                            .refusal())
                    .isEqualTo(CaseworkerRefusal.NOBODY_RESPONSIBLE);
        }
    }

    @Nested
    class Mark_entered_in_error {

        private static final AssignmentId FIRST = AssignmentId.random();

        private static CaseUnderTest without(AssignmentId entry) {
            return where(
                    new CaseworkerAssigned(FIRST, MUNICIPALITY, ANNA, THEN),
                    new CaseHandedOver(ID, MUNICIPALITY, ANNA, BENGT, TEXT, NOW),
                    new EnteredInError(entry.value(), MUNICIPALITY, ErrorReason.WRONG_FACTS, TEXT, NOW));
        }

        @Test
        void whoever_answered_before_answers_again() {
            assertThat(without(ID).when(assign(MUNICIPALITY, ANNA, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.ALREADY_RESPONSIBLE);
            assertThat(without(ID)
                            .when(new HandOverCase(
                                    CASE, MUNICIPALITY, AssignmentId.random(), BENGT, TEXT, EffectiveAt.instant(NOW)))
                            .events(CaseHandedOver.class))
                    .extracting(CaseHandedOver::from)
                    .containsExactly(ANNA);
        }

        @Test
        void whoever_took_over_from_one_in_error_goes_on() {
            assertThat(without(FIRST).when(assign(MUNICIPALITY, BENGT, NOW)).refusal())
                    .isEqualTo(CaseworkerRefusal.ALREADY_RESPONSIBLE);
        }

        @Test
        void nobody_answers_after_the_only_one_in_error() {
            assertThat(where(
                                    new CaseworkerAssigned(FIRST, MUNICIPALITY, ANNA, THEN),
                                    new EnteredInError(FIRST.value(), MUNICIPALITY, ErrorReason.WRONG_FACTS, TEXT, NOW))
                            .when(handOver(BENGT, NOW))
                            .refusal())
                    .isEqualTo(CaseworkerRefusal.NOBODY_RESPONSIBLE);
        }
    }
}
