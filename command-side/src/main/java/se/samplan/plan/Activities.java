package se.samplan.plan;

import static se.samplan.refusal.Rejected.unless;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.EntryKind;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.plan.ActivityEvent.ActivityCompleted;
import se.samplan.plan.ActivityEvent.ActivityInterrupted;
import se.samplan.plan.ActivityEvent.ActivityPlanned;
import se.samplan.plan.ActivityEvent.ActivityRescheduled;
import se.samplan.plan.ActivityEvent.ActivityStarted;
import se.samplan.policy.Policies;
import se.samplan.refusal.Rejected;

/** The activities of a case, of every lane; a change of one is checked against the others (C7, C9). */
@SuppressWarnings("UnusedVariable") // Axon reads the members by reflection
public final class Activities implements Capability {

    /** Far more than a person can take part in, and few enough for a case to stay quick. */
    static final int MOST_OPEN = 25;

    static final int MOST = 150;

    private final Map<ActivityId, Activity> activities = new LinkedHashMap<>();
    private final ScheduleChecks checks;

    @AggregateMember
    private final ActivityPlanning planning;

    @AggregateMember
    private final ActivityProgress progress;

    public Activities(Plans plans, Knowledge knowledge, ScheduleChecks checks) {
        this.checks = checks;
        planning = new ActivityPlanning(this, plans);
        progress = new ActivityProgress(this, knowledge, checks);
    }

    /** Detects what collides with an activity as it is now, and resolves what no longer does. */
    public void recheck(ActivityId id, Instant at, Policies policies) {
        openOne(id).ifPresent(activity -> checks.recheck(activity, all(), policies, at));
    }

    /** Detects what collides with an activity that was moved, and resolves what no longer does. */
    void moved(ActivityId id, Instant at, Policies policies) {
        openOne(id).ifPresent(activity -> checks.moved(activity, all(), policies, at));
    }

    /** Detects what an activity collides with since its clearance expired. */
    public void recheckUncleared(ActivityId id, Instant since, Policies policies) {
        openOne(id).ifPresent(activity -> checks.clearanceExpired(activity, goingOn(), policies, since));
    }

    /** All activities, whoever may know them. */
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

    /**
     * Whether a lane has as many activities as a case holds. Each can collide with each of another lane, so the events
     * that one command writes, and those that every command reads, grow with their product.
     */
    boolean isFullOf(LaneId lane) {
        var ofLane = activities.values().stream()
                .filter(activity -> activity.lane().equals(lane))
                .toList();
        return ofLane.size() >= MOST || ofLane.stream().filter(Activity::isOpen).count() >= MOST_OPEN;
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
    public Activity own(ActivityId id, LaneId lane) {
        var activity = activities.get(id);
        if (activity == null || !activity.lane().equals(lane)) {
            throw new Rejected(PlanRefusal.UNKNOWN_ACTIVITY);
        }
        unless(activity.isOpen(), PlanRefusal.ACTIVITY_ENDED);
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

    /** An activity as it is now, of any lane. */
    public Optional<Activity> find(ActivityId id) {
        return Optional.ofNullable(activities.get(id));
    }

    private Optional<Activity> openOne(ActivityId id) {
        return find(id).filter(Activity::isOpen);
    }

    private void change(ActivityEvent event, UnaryOperator<Activity> change) {
        activities.computeIfPresent(event.activityId(), (id, activity) -> change.apply(activity));
    }
}
