package se.samplan.plan;

import org.jspecify.annotations.Nullable;
import se.samplan.plan.PlanEvent.GoalAdded;
import se.samplan.view.Latest;

/** A goal as its facts tell it. */
public record GoalEntry(@Nullable GoalAdded added, @Nullable Latest<GoalResult> achieved) {

    public static final GoalEntry NOTHING = new GoalEntry(null, null);
}
