package se.samplan.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Knowledge;
import se.samplan.casework.LaneId;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.policy.Policies;

/** Decides on an activity's progress: its start and its end. */
class ActivityProgress {

    private final Activities activities;
    private final Knowledge knowledge;
    private final ScheduleChecks checks;

    ActivityProgress(Activities activities, Knowledge knowledge, ScheduleChecks checks) {
        this.activities = activities;
        this.knowledge = knowledge;
        this.checks = checks;
    }

    @CommandHandler
    void decide(StartActivity command, Policies policies, Clock clock) {
        var activity = activities.own(command.activityId(), command.lane(), command.effectiveAt());
        unless(activity.startedAt() == null, PlanRefusal.ALREADY_STARTED);
        var reader = knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant());
        var others = activities.all().stream()
                .filter(other -> reader.includes(other.audience()) && !other.isOverBy(command.effectiveAt()))
                .toList();
        var without = checks.lacksClearance(activity, others, policies, command.effectiveAt());
        if (without) {
            when(checks.requiresClearance(activity, policies, command.effectiveAt()), PlanRefusal.CLEARANCE_NEEDED);
            when(command.reason() == null, PlanRefusal.REASON_NEEDED);
        }
        apply(new ActivityStarted(
                command.activityId(),
                command.lane(),
                without,
                without ? command.reason() : null,
                command.effectiveAt()));
    }

    @CommandHandler
    void decide(CompleteActivity command, Policies policies) {
        var activity = endable(command.activityId(), command.lane(), command.effectiveAt());
        apply(new ActivityCompleted(command.activityId(), command.lane(), command.effectiveAt()));
        checks.ended(activity, activities.goingOn(), policies, command.effectiveAt());
    }

    @CommandHandler
    void decide(InterruptActivity command, Policies policies) {
        var activity = endable(command.activityId(), command.lane(), command.effectiveAt());
        apply(new ActivityInterrupted(
                command.activityId(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
        checks.ended(activity, activities.goingOn(), policies, command.effectiveAt());
    }

    private Activity endable(ActivityId id, LaneId lane, Instant at) {
        var activity = activities.own(id, lane, at);
        var startedAt = activity.startedAt();
        when(startedAt != null && at.isBefore(startedAt), CaseRefusal.BEFORE_ITS_CAUSE);
        return activity;
    }
}
