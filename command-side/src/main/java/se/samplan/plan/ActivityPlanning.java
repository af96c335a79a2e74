package se.samplan.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import org.axonframework.commandhandling.CommandHandler;
import se.samplan.casework.Provenance;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.policy.Policies;

/** Decides when an activity takes place: planning and rescheduling. */
class ActivityPlanning {

    private final Activities activities;
    private final Plans plans;

    ActivityPlanning(Activities activities, Plans plans) {
        this.activities = activities;
        this.plans = plans;
    }

    @CommandHandler
    void decide(PlanActivity command, Policies policies) {
        var to = command.to();
        when(to != null && to.isBefore(command.from()), PlanRefusal.ENDS_BEFORE_START);
        unless(
                command.lane().equals(command.owner()) == (command.provenance() == Provenance.OWN),
                PlanRefusal.NOT_THE_OWNER);
        when(activities.isFullOf(command.lane()), PlanRefusal.TOO_MANY_ACTIVITIES);
        var plan = command.planId();
        var at = plan == null
                ? command.effectiveAt().withoutCause()
                : plans.own(plan, command.lane()).notBefore(command.effectiveAt());
        apply(new ActivityPlanned(
                command.activityId(),
                command.lane(),
                command.owner(),
                plan,
                command.kind(),
                command.from(),
                to,
                command.hoursPerWeek(),
                command.otherCount(),
                command.atWorkplace(),
                command.runBy(),
                command.provenance(),
                null,
                command.description(),
                at));
        activities.recheck(command.activityId(), at, policies);
    }

    @CommandHandler
    void decide(RescheduleActivity command, Policies policies) {
        var activity = activities.own(command.activityId(), command.lane());
        var at = command.effectiveAt().notBefore(activity.causeOfMove(command.effectiveAt()));
        var to = command.to();
        when(to != null && to.isBefore(command.from()), PlanRefusal.ENDS_BEFORE_START);
        apply(new ActivityRescheduled(
                command.activityId(), command.lane(), command.from(), to, command.hoursPerWeek(), at));
        if (!at.isBefore(activity.scheduledAt())) {
            activities.moved(activity.id(), at, policies);
        }
    }
}
