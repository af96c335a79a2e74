package se.samplan.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.samplan.fold.CaseEntry;
import se.samplan.fold.Entries;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.plan.PlanEvent.GoalAchieved;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanEvent.PlanDrafted;

/** A plan and its goals, folded from their facts. */
@JsonTypeName("plan")
public record PlanEntry(
        @Nullable PlanDrafted drafted, @Nullable FactTime agreed, Entries<GoalEntry> goals) implements CaseEntry {

    public static final PlanEntry NOTHING = new PlanEntry(null, null, Entries.none());

    public PlanEntry evolve(PlanEvent event, FactTime when) {
        return switch (event) {
            case PlanDrafted e -> new PlanEntry(e, agreed, goals);
            case PlanAgreed e -> new PlanEntry(drafted, FactTime.first(agreed, when), goals);
            case GoalAdded e -> goal(e.goalId(), goal -> new GoalEntry(e, goal.achieved()));
            case GoalAchieved e ->
                goal(e.goalId(), goal -> new GoalEntry(goal.added(), LatestFact.of(goal.achieved(), e.result(), when)));
        };
    }

    public PlanState state() {
        return agreed == null ? PlanState.DRAFTED : PlanState.AGREED;
    }

    private PlanEntry goal(GoalId id, UnaryOperator<GoalEntry> step) {
        return new PlanEntry(drafted, agreed, goals.evolve(id.value(), GoalEntry.NOTHING, step));
    }
}
