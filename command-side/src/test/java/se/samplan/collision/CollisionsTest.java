package se.samplan.collision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NEIGHBOUR;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;
import static se.samplan.coordination.Happened.consentToActivities;
import static se.samplan.coordination.Happened.planned;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.collision.CollisionEvent.CollisionFound;
import se.samplan.collision.CollisionEvent.CollisionResolved;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.coordination.Happened;
import se.samplan.plan.ActivityId;
import se.samplan.plan.ActivityKind;

class CollisionsTest {

    private static final CollisionId ID = CollisionId.random();
    private static final ActivityId OURS = ActivityId.random();
    private static final ActivityId THEIRS = ActivityId.random();

    private static CollisionFound found() {
        return new CollisionFound(
                ID, MUNICIPALITY, AGENCY, CollisionKind.DOUBLE_WORK, OURS, THEIRS, FROM, TO, null, THEN.plusSeconds(9));
    }

    private static CaseUnderTest collided() {
        return where(
                planned(OURS, MUNICIPALITY, ActivityKind.JOB_SEARCH),
                planned(THEIRS, AGENCY, ActivityKind.JOB_SEARCH),
                found());
    }

    private static AcceptCollision accept(LaneId lane, Instant at) {
        return new AcceptCollision(CASE, lane, ID, TEXT, EffectiveAt.instant(at));
    }

    @Nested
    class Accept_collision {

        @Test
        void is_accepted_with_a_reason_by_its_owner_who_may_know_it() {
            assertThat(collided()
                            .having(consentToActivities())
                            .when(accept(MUNICIPALITY, NOW))
                            .events())
                    .containsExactly(new CollisionAccepted(ID, MUNICIPALITY, AGENCY, TEXT, NOW));
        }

        @Test
        void is_not_for_the_other_lane_that_knows_it() {
            assertThat(collided()
                            .having(consentToActivities())
                            .when(accept(AGENCY, NOW))
                            .refusal())
                    .isEqualTo(CaseRefusal.NOT_YOURS);
        }

        @Test
        void is_unknown_to_its_very_owner_without_a_ground() {
            assertThat(collided().when(accept(MUNICIPALITY, NOW)).refusal())
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);
            assertThat(collided()
                            .having(Happened.consent(
                                    GroundId.random(), Set.of(InformationKind.PLAN), MUNICIPALITY, AGENCY))
                            .when(accept(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);
            assertThat(collided()
                            .having(consentToActivities())
                            .when(accept(NEIGHBOUR, NOW))
                            .refusal())
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);
        }

        @Test
        void is_known_from_the_consents_first_instant_to_before_its_end() {
            var from = THEN.plusSeconds(100);
            var to = NOW.minusSeconds(100);
            var between = collided()
                    .having(Happened.consent(
                            GroundId.random(), from, null, Set.of(InformationKind.ACTIVITIES), MUNICIPALITY, AGENCY));

            assertThat(between.when(accept(MUNICIPALITY, from)).events()).hasSize(1);
            assertThat(between.when(accept(MUNICIPALITY, from.minusNanos(1_000)))
                            .refusal())
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);

            var over = collided()
                    .having(Happened.consent(
                            GroundId.random(), THEN, to, Set.of(InformationKind.ACTIVITIES), MUNICIPALITY, AGENCY));
            assertThat(over.at(to.minusNanos(1_000))
                            .when(accept(MUNICIPALITY, to.minusNanos(1_000)))
                            .events())
                    .hasSize(1);
            assertThat(over.at(to)
                            .when(accept(MUNICIPALITY, to.minusNanos(1_000)))
                            .refusal())
                    .as("known then, and no longer now")
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);
        }

        @Test
        void is_unknown_again_at_once_when_the_consent_is_withdrawn() {
            var consent = consentToActivities();

            assertThat(collided()
                            .having(consent, new ConsentWithdrawn(consent.groundId(), AGENCY, NOW))
                            .when(accept(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(CollisionRefusal.UNKNOWN_COLLISION);
        }

        @Test
        void is_not_accepted_twice_nor_when_resolved_nor_before_it_was_found() {
            assertThat(collided()
                            .having(consentToActivities(), new CollisionAccepted(ID, MUNICIPALITY, AGENCY, TEXT, NOW))
                            .when(accept(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(CollisionRefusal.COLLISION_NOT_OPEN);
            assertThat(collided()
                            .having(
                                    consentToActivities(),
                                    new CollisionResolved(ID, MUNICIPALITY, AGENCY, Resolution.ACTIVITY_MOVED, NOW))
                            .when(accept(MUNICIPALITY, NOW))
                            .refusal())
                    .isEqualTo(CollisionRefusal.COLLISION_NOT_OPEN);
            assertThat(collided()
                            .having(consentToActivities())
                            .when(accept(MUNICIPALITY, THEN.plusSeconds(8)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }
}
