package se.samplan.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.casework.Knowledge;
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
        var activity = activities.own(command.activityId(), command.lane());
        var at = command.effectiveAt().notBefore(activity.planned().effectiveAt());
        var judgedAt = command.effectiveAt().judgedAt(clock.instant());
        unless(activity.startedAt() == null, PlanRefusal.ALREADY_STARTED);
        var reader = knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant());
        var others = activities.all().stream()
                .filter(other -> reader.includes(other.audience()) && !other.isOverBy(judgedAt))
                .toList();
        var without = checks.lacksClearance(activity, others, policies, judgedAt);
        if (without) {
            when(checks.requiresClearance(activity, policies, judgedAt), PlanRefusal.CLEARANCE_NEEDED);
            when(command.reason() == null, PlanRefusal.REASON_NEEDED);
        }
        var needsReason = without || knowledge.of(command.lane()).isAfterDeath(command.effectiveAt(), clock.instant());
        apply(new ActivityStarted(
                command.activityId(), command.lane(), without, needsReason ? command.reason() : null, at));
        activities
                .find(command.activityId())
                .ifPresent(started -> checks.started(started, activities.goingOn(), policies, at));
    }

    @CommandHandler
    void decide(CompleteActivity command, Policies policies) {
        var activity = activities.own(command.activityId(), command.lane());
        var at = command.effectiveAt().notBefore(activity.cause());
        apply(new ActivityCompleted(command.activityId(), command.lane(), at));
        checks.ended(activity, activities.goingOn(), policies, at);
    }

    @CommandHandler
    void decide(InterruptActivity command, Policies policies) {
        var activity = activities.own(command.activityId(), command.lane());
        var at = command.effectiveAt().notBefore(activity.cause());
        apply(new ActivityInterrupted(
                command.activityId(), command.lane(), command.reason(), command.explanation(), at));
        checks.ended(activity, activities.goingOn(), policies, at);
    }
}
