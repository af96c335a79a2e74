package se.samplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samplan.coordination.CaseUnderTest.AGENCY;
import static se.samplan.coordination.CaseUnderTest.CASE;
import static se.samplan.coordination.CaseUnderTest.MUNICIPALITY;
import static se.samplan.coordination.CaseUnderTest.NOW;
import static se.samplan.coordination.CaseUnderTest.TEXT;
import static se.samplan.coordination.CaseUnderTest.THEN;
import static se.samplan.coordination.CaseUnderTest.where;
import static se.samplan.coordination.Happened.FROM;
import static se.samplan.coordination.Happened.TO;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samplan.casework.LaneId;
import se.samplan.command.EffectiveAt;
import se.samplan.command.TimeRefusal;
import se.samplan.coordination.CaseUnderTest;
import se.samplan.plan.PlanEvent.GoalAchieved;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanEvent.PlanDrafted;

class PlansTest {

    private static final PlanId ID = PlanId.random();
    private static final GoalId GOAL = GoalId.random();
    private static final Instant BEFORE = THEN.minusNanos(1_000);

    private static CaseUnderTest drafted() {
        return where(new PlanDrafted(ID, MUNICIPALITY, FROM, TO, null, THEN));
    }

    private static CaseUnderTest withGoal() {
        return drafted()
                .having(new GoalAdded(ID, GOAL, MUNICIPALITY, GoalKind.STUDIES, null, null, null, THEN.plusSeconds(9)));
    }

    private static AddGoal add(LaneId lane, GoalKind kind, @Nullable Integer percent, Instant at) {
        return new AddGoal(CASE, lane, ID, GOAL, kind, percent, TO, TEXT, EffectiveAt.instant(at));
    }

    private static AchieveGoal achieve(LaneId lane, GoalId goal, Instant at) {
        return new AchieveGoal(CASE, lane, ID, goal, GoalResult.PARTLY, EffectiveAt.instant(at));
    }

    @Nested
    class Draft_plan {

        @Test
        void is_drafted_for_the_lane() {
            assertThat(where().when(new DraftPlan(CASE, AGENCY, ID, FROM, TO, TEXT, EffectiveAt.instant(NOW)))
                            .events())
                    .containsExactly(new PlanDrafted(ID, AGENCY, FROM, TO, TEXT, NOW));
        }

        @Test
        void does_not_end_before_it_starts() {
            assertThat(where().when(new DraftPlan(CASE, AGENCY, ID, FROM, FROM, null, EffectiveAt.instant(NOW)))
                            .events())
                    .hasSize(1);
            assertThat(where().when(new DraftPlan(
                                    CASE, AGENCY, ID, FROM, FROM.minusDays(1), null, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.ENDS_BEFORE_START);
        }
    }

    @Nested
    class Agree_plan {

        @Test
        void is_agreed_once_by_its_lane() {
            assertThat(drafted()
                            .when(new AgreePlan(CASE, MUNICIPALITY, ID, EffectiveAt.instant(THEN)))
                            .events())
                    .containsExactly(new PlanAgreed(ID, MUNICIPALITY, THEN));
            assertThat(drafted()
                            .having(new PlanAgreed(ID, MUNICIPALITY, THEN))
                            .when(new AgreePlan(CASE, MUNICIPALITY, ID, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.ALREADY_AGREED);
            assertThat(drafted()
                            .when(new AgreePlan(CASE, AGENCY, ID, EffectiveAt.instant(NOW)))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_PLAN);
        }

        @Test
        void is_not_agreed_before_it_was_drafted() {
            assertThat(drafted()
                            .when(new AgreePlan(CASE, MUNICIPALITY, ID, EffectiveAt.instant(BEFORE)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }

    @Nested
    class Add_goal {

        @Test
        void is_added_to_a_plan_of_the_lane() {
            assertThat(drafted()
                            .when(add(MUNICIPALITY, GoalKind.HEALTH, null, NOW))
                            .events())
                    .containsExactly(new GoalAdded(ID, GOAL, MUNICIPALITY, GoalKind.HEALTH, null, TO, TEXT, NOW));
            assertThat(drafted().when(add(AGENCY, GoalKind.HEALTH, null, NOW)).refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_PLAN);
            assertThat(drafted()
                            .when(add(MUNICIPALITY, GoalKind.HEALTH, null, BEFORE))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }

        @ParameterizedTest
        @EnumSource(GoalKind.class)
        void gives_a_percentage_for_capacity_and_for_nothing_else(GoalKind kind) {
            var with = drafted().when(add(MUNICIPALITY, kind, 25, NOW));
            var without = drafted().when(add(MUNICIPALITY, kind, null, NOW));

            assertThat((kind == GoalKind.CAPACITY ? with : without).events()).hasSize(1);
            assertThat((kind == GoalKind.CAPACITY ? without : with).refusal()).isEqualTo(PlanRefusal.CAPACITY_NEEDED);
        }
    }

    @Nested
    class Achieve_goal {

        @Test
        void is_judged_once() {
            assertThat(withGoal().when(achieve(MUNICIPALITY, GOAL, NOW)).events())
                    .containsExactly(new GoalAchieved(ID, GOAL, MUNICIPALITY, GoalResult.PARTLY, NOW));
            assertThat(withGoal()
                            .having(new GoalAchieved(ID, GOAL, MUNICIPALITY, GoalResult.NOT, NOW))
                            .when(achieve(MUNICIPALITY, GOAL, NOW))
                            .refusal())
                    .isEqualTo(PlanRefusal.ALREADY_ACHIEVED);
        }

        @Test
        void is_of_a_plan_of_the_lane_and_not_before_it_was_set() {
            assertThat(withGoal().when(achieve(AGENCY, GOAL, NOW)).refusal()).isEqualTo(PlanRefusal.UNKNOWN_PLAN);
            assertThat(withGoal()
                            .when(achieve(MUNICIPALITY, GoalId.random(), NOW))
                            .refusal())
                    .isEqualTo(PlanRefusal.UNKNOWN_GOAL);
            assertThat(withGoal()
                            .when(achieve(MUNICIPALITY, GOAL, THEN.plusSeconds(8)))
                            .refusal())
                    .isEqualTo(TimeRefusal.BEFORE_ITS_CAUSE);
        }
    }
}
