package se.samplan.plan;

import org.jspecify.annotations.Nullable;
import se.samplan.fold.LatestFact;
import se.samplan.plan.PlanEvent.GoalAdded;

/** A goal, folded from its facts. */
public record GoalEntry(@Nullable GoalAdded added, @Nullable LatestFact<GoalResult> achieved) {

    public static final GoalEntry NOTHING = new GoalEntry(null, null);
}
