package se.samplan.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;

class GroundsTest {

    private static final GroundId ID = GroundId.random();
    private static final Set<LaneId> BOTH = Set.of(MUNICIPALITY, AGENCY);
    private static final Set<InformationKind> KINDS = Set.of(InformationKind.PLAN, InformationKind.ACTIVITIES);

    private static RecordConsent record(
            Set<LaneId> parties,
            Set<InformationKind> kinds,
            ConsentForm form,
            @Nullable Sealed witness,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new RecordConsent(
                CASE,
                MUNICIPALITY,
                ID,
                new TreeSet<>(parties),
                new TreeSet<>(kinds),
                ConsentPurpose.FOLLOW_UP,
                form,
                witness,
                from,
                to,
                EffectiveAt.instant(NOW));
    }

    private static RecordConsent from(@Nullable Instant from, @Nullable Instant to) {
        return record(BOTH, KINDS, ConsentForm.WRITTEN, null, from, to);
    }

    private static WithdrawConsent withdraw(LaneId lane, Instant at) {
        return new WithdrawConsent(CASE, lane, ID, false, EffectiveAt.instant(at));
    }

    private static CaseUnderTest consented(@Nullable Instant to) {
        return where(Happened.consent(ID, THEN, to, KINDS, MUNICIPALITY, AGENCY));
    }

    @Nested
    class Record_consent {

        @Test
        void is_recorded_from_now_on_unless_it_says_otherwise() {
            assertThat(where().when(record(BOTH, KINDS, ConsentForm.ORAL_WITH_WITNESS, TEXT, null, null))
                            .events())
                    .containsExactly(new ConsentRecorded(
                            ID,
                            MUNICIPALITY,
                            new TreeSet<>(BOTH),
                            new TreeSet<>(KINDS),
                            ConsentPurpose.FOLLOW_UP,
                            ConsentForm.ORAL_WITH_WITNESS,
                            TEXT,
                            NOW,
                            null,
                            NOW));
            assertThat(where().when(from(THEN, NOW))
                            .events(ConsentRecorded.class)
                            .getFirst()
                            .validFrom())
                    .isEqualTo(THEN);
        }

        @Test
        void is_between_at_least_two_parties_and_one_is_its_own() {
            assertThat(where().when(record(Set.of(MUNICIPALITY), KINDS, ConsentForm.WRITTEN, null, null, null))
                            .refusal())
                    .isEqualTo(ConsentRefusal.TOO_FEW_PARTIES);
            assertThat(where().when(record(Set.of(AGENCY, NEIGHBOUR), KINDS, ConsentForm.WRITTEN, null, null, null))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NOT_A_PARTY);
        }

        @Test
        void names_kinds_and_an_oral_one_its_witness() {
            assertThat(where().when(record(BOTH, Set.of(), ConsentForm.WRITTEN, null, null, null))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NO_KINDS);
            assertThat(where().when(record(BOTH, KINDS, ConsentForm.ORAL_WITH_WITNESS, null, null, null))
                            .refusal())
                    .isEqualTo(ConsentRefusal.WITNESS_NEEDED);
            assertThat(where().when(record(BOTH, KINDS, ConsentForm.E_SIGNED, null, null, null))
                            .events())
                    .hasSize(1);
        }

        @Test
        void ends_after_it_begins() {
            assertThat(where().when(from(THEN, THEN)).refusal()).isEqualTo(ConsentRefusal.ENDS_BEFORE_IT_BEGINS);
            assertThat(where().when(from(THEN, THEN.plusNanos(1_000))).events()).hasSize(1);
            assertThat(where().when(from(null, NOW)).refusal()).isEqualTo(ConsentRefusal.ENDS_BEFORE_IT_BEGINS);
        }
    }

    @Nested
    class Withdraw_consent {

        @Test
        void is_withdrawn_by_any_party() {
            assertThat(consented(null).when(withdraw(AGENCY, NOW)).events())
                    .containsExactly(new ConsentWithdrawn(ID, AGENCY, NOW));
            assertThat(consented(null).when(withdraw(MUNICIPALITY, NOW)).events())
                    .hasSize(1);
            assertThat(consented(null).when(withdraw(NEIGHBOUR, NOW)).refusal())
                    .isEqualTo(ConsentRefusal.UNKNOWN_CONSENT);
            assertThat(where().when(withdraw(AGENCY, NOW)).refusal()).isEqualTo(ConsentRefusal.UNKNOWN_CONSENT);
        }

        @Test
        void is_withdrawn_while_it_is_in_force_and_once() {
            assertThat(consented(NOW)
                            .when(withdraw(AGENCY, NOW.minusNanos(1_000)))
                            .events())
                    .hasSize(1);
            assertThat(consented(NOW).when(withdraw(AGENCY, NOW)).refusal()).isEqualTo(ConsentRefusal.NOT_IN_FORCE);
            assertThat(consented(null)
                            .having(new ConsentWithdrawn(ID, MUNICIPALITY, NOW))
                            .when(withdraw(AGENCY, THEN))
                            .refusal())
                    .isEqualTo(ConsentRefusal.NOT_IN_FORCE);
        }

        @Test
        void is_not_withdrawn_before_it_was_recorded() {
            assertThat(consented(null).when(withdraw(AGENCY, THEN)).events()).hasSize(1);
            assertThat(consented(null)
                            .when(withdraw(AGENCY, THEN.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }
}
