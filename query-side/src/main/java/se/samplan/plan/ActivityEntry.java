package se.samplan.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.view.CaseEntry;
import se.samplan.view.Latest;
import se.samplan.view.When;

/** An activity as its facts tell it. */
public record ActivityEntry(
        @Nullable ActivityPlanned planned,
        @Nullable Latest<Schedule> schedule,
        @Nullable Latest<Start> started,
        @Nullable Latest<End> ended)
        implements CaseEntry {

    public static final ActivityEntry NOTHING = new ActivityEntry(null, null, null, null);

    /** When, and how much of a week. */
    public record Schedule(LocalDate from, @Nullable LocalDate to, BigDecimal hoursPerWeek) {}

    /** That it began, and whether without a clearance that it needed. */
    public record Start(boolean withoutClearance) {}

    /** That it ended: to its end, or before it for a reason. */
    public record End(ActivityState state, @Nullable InterruptionReason reason) {}

    public ActivityEntry evolve(ActivityEvent event, When when) {
        return switch (event) {
            case ActivityPlanned e -> scheduled(e, new Schedule(e.from(), e.to(), e.hoursPerWeek()), when);
            case ActivityRescheduled e -> scheduled(planned, new Schedule(e.from(), e.to(), e.hoursPerWeek()), when);
            case ActivityStarted e ->
                new ActivityEntry(planned, schedule, Latest.of(started, new Start(e.withoutClearance()), when), ended);
            case ActivityCompleted e -> ended(new End(ActivityState.COMPLETED, null), when);
            case ActivityInterrupted e -> ended(new End(ActivityState.INTERRUPTED, e.reason()), when);
        };
    }

    public ActivityState state() {
        if (ended != null && (started == null || started.when().compareTo(ended.when()) < 0)) {
            return ended.value().state();
        }
        return started == null ? ActivityState.PLANNED : ActivityState.STARTED;
    }

    public boolean isOpen() {
        var state = state();
        return state == ActivityState.PLANNED || state == ActivityState.STARTED;
    }

    private ActivityEntry scheduled(@Nullable ActivityPlanned by, Schedule said, When when) {
        return new ActivityEntry(by, Latest.of(schedule, said, when), started, ended);
    }

    private ActivityEntry ended(End said, When when) {
        return new ActivityEntry(planned, schedule, started, Latest.of(ended, said, when));
    }
}
