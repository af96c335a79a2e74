package se.samplan.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;

/** The same consent twice, and what lets information pass once one is taken back. */
class ConsentsTakenBackTest {

    private static final GroundId ID = GroundId.random();
    private static final GroundId OTHER = GroundId.random();
    private static final Set<InformationKind> PLANS = Set.of(InformationKind.PLAN);
    private static final Set<InformationKind> ACTIVITIES = Set.of(InformationKind.ACTIVITIES);
    private static final Instant NEARLY = NOW.minusNanos(1_000);

    private static RecordConsent record(
            Set<InformationKind> kinds, ConsentPurpose purpose, Instant from, @Nullable Instant to) {
        return new RecordConsent(
                CASE,
                AGENCY,
                GroundId.random(),
                new TreeSet<>(Set.of(MUNICIPALITY, AGENCY)),
                new TreeSet<>(kinds),
                purpose,
                ConsentForm.E_SIGNED,
                null,
                from,
                to,
                EffectiveAt.instant(NOW));
    }

    private static RecordConsent again(Instant from, @Nullable Instant to) {
        return record(PLANS, ConsentPurpose.COORDINATED_PLANNING, from, to);
    }

    private static ConsentRecorded consent(GroundId id, Set<InformationKind> kinds, LaneId... parties) {
        return Happened.consent(id, kinds, parties);
    }

    private static CaseUnderTest and(ConsentRecorded other) {
        return where(consent(ID, PLANS, MUNICIPALITY, AGENCY), other);
    }

    private static WithdrawConsent withdraw(boolean all, Instant at) {
        return new WithdrawConsent(CASE, AGENCY, ID, all, EffectiveAt.instant(at));
    }

    private static List<GroundId> stillInForce(CaseUnderTest where) {
        var told = where.when(withdraw(false, NOW)).accepted().responseFields().get("stillInForce");
        return ((List<?>) Objects.requireNonNull(told))
                .stream().map(each -> ((Consent.StillInForce) each).groundId()).toList();
    }

    @Test
    void an_equal_one_in_force_for_all_of_the_time_is_refused() {
        var inForce = where(Happened.consent(ID, THEN, NOW, PLANS, MUNICIPALITY, AGENCY));

        assertThat(inForce.when(again(THEN, NOW)).refusal()).isEqualTo(ConsentRefusal.CONSENT_IN_FORCE);
        assertThat(inForce.when(again(NEARLY, NOW)).refusal()).isEqualTo(ConsentRefusal.CONSENT_IN_FORCE);
        assertThat(inForce.when(again(NEARLY, NOW.plusNanos(1_000))).events())
                .as("one that holds for longer says something new")
                .hasSize(1);
        assertThat(inForce.when(again(NOW, null)).events()).hasSize(1);
        assertThat(inForce.when(record(ACTIVITIES, ConsentPurpose.COORDINATED_PLANNING, THEN, NOW))
                        .events())
                .hasSize(1);
        assertThat(inForce.when(record(PLANS, ConsentPurpose.FOLLOW_UP, THEN, NOW))
                        .events())
                .hasSize(1);
    }

    @Test
    void one_taken_back_is_given_anew() {
        var withdrawn = where(consent(ID, PLANS, MUNICIPALITY, AGENCY), new ConsentWithdrawn(ID, AGENCY, NOW));

        assertThat(withdrawn.when(again(NOW, null)).events()).hasSize(1);
        assertThat(withdrawn.when(again(NEARLY, NOW)).refusal()).isEqualTo(ConsentRefusal.CONSENT_IN_FORCE);
    }

    @Test
    void a_withdrawal_says_what_still_lets_information_pass_between_its_parties() {
        assertThat(stillInForce(and(consent(OTHER, ACTIVITIES, MUNICIPALITY, AGENCY))))
                .containsExactly(OTHER);
        assertThat(stillInForce(and(consent(OTHER, ACTIVITIES, MUNICIPALITY, AGENCY, NEIGHBOUR))))
                .containsExactly(OTHER);
        assertThat(stillInForce(and(Happened.consent(OTHER, THEN, NOW, PLANS, MUNICIPALITY, AGENCY))))
                .as("one that has run out")
                .isEmpty();
        assertThat(stillInForce(and(consent(OTHER, ACTIVITIES, AGENCY, NEIGHBOUR))))
                .as("one with somebody else")
                .isEmpty();
        assertThat(stillInForce(and(consent(OTHER, ACTIVITIES, MUNICIPALITY, NEIGHBOUR))))
                .as("one that the sender may not know of")
                .isEmpty();
    }

    @Test
    void all_between_the_parties_are_taken_back_at_once() {
        var three = and(consent(OTHER, ACTIVITIES, MUNICIPALITY, AGENCY, NEIGHBOUR))
                .having(
                        consent(GroundId.random(), PLANS, AGENCY, NEIGHBOUR),
                        consent(GroundId.random(), PLANS, MUNICIPALITY, NEIGHBOUR));

        assertThat(three.when(withdraw(true, NOW)).events())
                .containsExactly(new ConsentWithdrawn(ID, AGENCY, NOW), new ConsentWithdrawn(OTHER, AGENCY, NOW));
        assertThat(three.when(withdraw(true, NOW)).accepted().responseFields().get("stillInForce"))
                .isEqualTo(List.of());
        assertThat(three.when(withdraw(false, NOW)).events()).containsExactly(new ConsentWithdrawn(ID, AGENCY, NOW));
    }
}
