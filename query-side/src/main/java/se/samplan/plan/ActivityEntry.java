package se.samplan.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;

/** An activity, folded from its facts. */
@JsonTypeName("activity")
public record ActivityEntry(
        @Nullable ActivityPlanned planned,
        @Nullable LatestFact<Schedule> schedule,
        @Nullable LatestFact<Start> started,
        @Nullable LatestFact<End> ended)
        implements WorkEntry {

    public static final ActivityEntry NOTHING = new ActivityEntry(null, null, null, null);

    /** Its days, and its hours per week. */
    public record Schedule(LocalDate from, @Nullable LocalDate to, BigDecimal hoursPerWeek) {}

    /** Its start, and whether that lacked a required clearance. */
    public record Start(boolean withoutClearance) {}

    /** Its end: completed, or interrupted for a reason. */
    public record End(ActivityState state, @Nullable InterruptionReason reason) {}

    public ActivityEntry evolve(ActivityEvent event, FactTime when) {
        return switch (event) {
            case ActivityPlanned e -> scheduled(e, new Schedule(e.from(), e.to(), e.hoursPerWeek()), when);
            case ActivityRescheduled e -> scheduled(planned, new Schedule(e.from(), e.to(), e.hoursPerWeek()), when);
            case ActivityStarted e ->
                new ActivityEntry(
                        planned, schedule, LatestFact.of(started, new Start(e.withoutClearance()), when), ended);
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

    @Override
    public void addTo(CaseWork work) {
        if (planned != null && isOpen()) {
            work.open(planned.lane(), SwedishDays.of(planned.effectiveAt()));
        } else if (planned != null) {
            work.ended(planned.lane());
        }
    }

    private ActivityEntry scheduled(@Nullable ActivityPlanned by, Schedule said, FactTime when) {
        return new ActivityEntry(by, LatestFact.of(schedule, said, when), started, ended);
    }

    private ActivityEntry ended(End said, FactTime when) {
        return new ActivityEntry(planned, schedule, started, LatestFact.of(ended, said, when));
    }
}
