package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done about a plan and its goals. */
sealed interface PlanStep extends Step {

    record Draft(StaffActor by, LocalDateTime at, String plan, LocalDate from) implements PlanStep {

        @Override
        public Call call() {
            return Call.onCase("plans", Map.of("from", from)).making(plan, "planId");
        }

        @Override
        public List<String> events() {
            return List.of("PlanDrafted");
        }
    }

    record Agree(StaffActor by, LocalDateTime at, String plan) implements PlanStep {

        @Override
        public Call call() {
            return Call.onCase("plans/{%s}/agreement".formatted(plan), Map.of());
        }

        @Override
        public List<String> events() {
            return List.of("PlanAgreed");
        }
    }

    record AddGoal(
            StaffActor by,
            LocalDateTime at,
            String plan,
            String goal,
            String kind,
            @Nullable Integer capacityPercent) implements PlanStep {

        @Override
        public Call call() {
            return Call.onCase(
                            "plans/{%s}/goals".formatted(plan),
                            Body.of("kind", kind)
                                    .and("capacityPercent", capacityPercent)
                                    .fields())
                    .making(goal, "goalId");
        }

        @Override
        public List<String> events() {
            return List.of("GoalAdded");
        }
    }

    record AchieveGoal(StaffActor by, LocalDateTime at, String plan, String goal, String result) implements PlanStep {

        @Override
        public Call call() {
            return Call.onCase("plans/{%s}/goals/{%s}/achievement".formatted(plan, goal), Map.of("result", result));
        }

        @Override
        public List<String> events() {
            return List.of("GoalAchieved");
        }
    }
}
