package se.samplan.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.EntryKind;
import se.samplan.casework.Knowledge;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Provenance;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.policy.Policies;
import se.samplan.refusal.Rejected;
import se.samplan.casework.Capability;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.Deadline;
import java.util.Optional;

/** The activities of a case, of every lane; a change of one is checked against the others (C7, C9). */
public class Activities implements Capability {

    private final Map<ActivityId, Activity> activities = new LinkedHashMap<>();
    private final Plans plans;
    private final Knowledge knowledge;
    private final ScheduleChecks checks;

    public Activities(Plans plans, Knowledge knowledge, ScheduleChecks checks) {
        this.plans = plans;
        this.knowledge = knowledge;
        this.checks = checks;
    }

    @CommandHandler
    void decide(PlanActivity command, Policies policies) {
        var to = command.to();
        when(to != null && to.isBefore(command.from()), PlanRefusal.ENDS_BEFORE_START);
        unless(
                command.lane().equals(command.owner()) == (command.provenance() == Provenance.OWN),
                PlanRefusal.NOT_THE_OWNER);
        var plan = command.planId();
        if (plan != null) {
            plans.own(plan, command.lane(), command.effectiveAt());
        }
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
                command.effectiveAt()));
        recheck(command.activityId(), command.effectiveAt(), policies);
    }

    @CommandHandler
    void decide(StartActivity command, Policies policies, Clock clock) {
        var activity = own(command.activityId(), command.lane(), command.effectiveAt());
        unless(activity.startedAt() == null, PlanRefusal.ALREADY_STARTED);
        var reader = knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant());
        var others = all().stream()
                .filter(other -> reader.includes(other.audience()) && !other.isOverBy(command.effectiveAt()))
                .toList();
        var without = checks.lacksClearance(activity, others, policies, command.effectiveAt());
        if (without) {
            when(
                    checks.requiresClearance(activity, policies, command.effectiveAt()),
                    PlanRefusal.CLEARANCE_NEEDED);
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
    void decide(RescheduleActivity command, Policies policies) {
        var activity = own(command.activityId(), command.lane(), command.effectiveAt());
        var to = command.to();
        when(to != null && to.isBefore(command.from()), PlanRefusal.ENDS_BEFORE_START);
        apply(new ActivityRescheduled(
                command.activityId(),
                command.lane(),
                command.from(),
                to,
                command.hoursPerWeek(),
                command.effectiveAt()));
        if (!command.effectiveAt().isBefore(activity.scheduledAt())) {
            openOne(activity.id()).ifPresent(moved -> checks.moved(moved, all(), policies, command.effectiveAt()));
        }
    }

    @CommandHandler
    void decide(CompleteActivity command, Policies policies) {
        var activity = endable(command.activityId(), command.lane(), command.effectiveAt());
        apply(new ActivityCompleted(command.activityId(), command.lane(), command.effectiveAt()));
        checks.ended(activity, goingOn(), policies, command.effectiveAt());
    }

    @CommandHandler
    void decide(InterruptActivity command, Policies policies) {
        var activity = endable(command.activityId(), command.lane(), command.effectiveAt());
        apply(new ActivityInterrupted(
                command.activityId(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
        checks.ended(activity, goingOn(), policies, command.effectiveAt());
    }

    /** Finds what collides with an activity as it stands now, and settles what no longer does. */
    public void recheck(ActivityId id, Instant at, Policies policies) {
        openOne(id).ifPresent(activity -> checks.recheck(activity, all(), policies, at));
    }

    /** Finds what an activity collides with from the moment on at which its clearance ran out. */
    public void recheckUncleared(ActivityId id, Instant since, Policies policies) {
        openOne(id).ifPresent(activity -> checks.clearanceExpired(activity, goingOn(), policies, since));
    }

    /** All there are, whoever may know them. */
    public List<Activity> all() {
        return List.copyOf(activities.values());
    }

    public List<Activity> goingOn() {
        return activities.values().stream().filter(Activity::isOpen).toList();
    }

    @Override
    public Stream<OpenEntry> open() {
        return activities.values().stream()
                .filter(Activity::isOpen)
                .map(activity ->
                        new OpenEntry(activity.id().value(), EntryKind.ACTIVITY, activity.lane(), activity.audience()));
    }

    /** Whether there is such an activity, and it has ended by then. */
    public boolean hasEndedBy(ActivityId id, Instant at) {
        var activity = activities.get(id);
        return activity != null && activity.hasEndedBy(at);
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var activity = activities.get(new ActivityId(entry));
        return activity != null && activity.lane().equals(lane);
    }

    /** An open activity that the lane entered. */
    public Activity own(ActivityId id, LaneId lane, Instant at) {
        var activity = activities.get(id);
        if (activity == null || !activity.lane().equals(lane)) {
            throw new Rejected(PlanRefusal.UNKNOWN_ACTIVITY);
        }
        unless(activity.isOpen(), PlanRefusal.ACTIVITY_ENDED);
        when(at.isBefore(activity.planned().effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
        return activity;
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        var activity = activities.get(new ActivityId(entry));
        return activity != null && activity.withoutClearance()
                ? Map.of("warnings", List.of(StartedWithoutClearance.WARNING))
                : Map.of();
    }

    @EventSourcingHandler
    void evolve(ActivityEvent event) {
        switch (event) {
            case ActivityPlanned e -> activities.put(e.activityId(), Activity.of(e));
            case ActivityStarted e -> change(e, activity -> activity.started(e.effectiveAt(), e.withoutClearance()));
            case ActivityRescheduled e -> change(e, activity -> activity.moved(e));
            case ActivityCompleted e -> change(e, activity -> activity.ended(e.effectiveAt()));
            case ActivityInterrupted e -> change(e, activity -> activity.ended(e.effectiveAt()));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        activities.remove(new ActivityId(event.entry()));
    }

    private Activity endable(ActivityId id, LaneId lane, Instant at) {
        var activity = own(id, lane, at);
        var startedAt = activity.startedAt();
        when(startedAt != null && at.isBefore(startedAt), CaseRefusal.BEFORE_ITS_CAUSE);
        return activity;
    }

    private Optional<Activity> openOne(ActivityId id) {
        return Optional.ofNullable(activities.get(id)).filter(Activity::isOpen);
    }

    private void change(ActivityEvent event, UnaryOperator<Activity> change) {
        activities.computeIfPresent(event.activityId(), (id, activity) -> change.apply(activity));
    }
}
