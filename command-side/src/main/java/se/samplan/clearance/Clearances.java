package se.samplan.clearance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.consent.Grounds;
import se.samplan.plan.Activities;
import se.samplan.plan.Activity;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;
import se.samplan.refusal.Rejected;

/**
 * The clearances of a case: the agency owns the matter while it has a measure, so a municipality asks before it adds
 * something [GR] (C10).
 */
@SuppressWarnings("UnusedVariable") // Axon reads the members by reflection
public final class Clearances implements Capability {

    private final Map<ClearanceId, Clearance> clearances = new LinkedHashMap<>();

    @AggregateMember
    private final ClearanceGrants grants;

    private final Activities activities;

    @AggregateMember
    private final ClearanceDecisions decisions;

    public Clearances(Grounds grounds, ClearanceGrants grants, Activities activities) {
        this.grants = grants;
        this.activities = activities;
        decisions = new ClearanceDecisions(this, grounds, activities);
    }

    /**
     * Pending answers, and granted clearances that expire unless withdrawn. An answer is due by the clock alone: what
     * became of the activity may be hidden from whoever is to answer.
     */
    @Override
    public Stream<Deadline> due() {
        var answers = clearances.values().stream()
                .filter(clearance -> clearance.isOpen() && !clearance.overdue())
                .map(Clearance::deadline);
        return Stream.concat(answers, grants.expiries().map(at -> new Deadline(at, null)));
    }

    /** Detects again the collisions lifted by clearances that have expired by that moment. */
    public void letExpire(Instant until, Policies policies) {
        grants.expiredBy(until).forEach((activity, since) -> activities.recheckUncleared(activity, since, policies));
    }

    @Override
    public Stream<OpenEntry> open() {
        return clearances.values().stream()
                .filter(Clearance::isOpen)
                .filter(clearance ->
                        !activities.hasEndedBy(clearance.requested().activityId(), Instant.MAX))
                .map(Clearance::openEntry);
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var clearance = clearances.get(new ClearanceId(entry));
        return clearance != null && clearance.requested().lane().equals(lane);
    }

    /** Withdraws the open requests for an activity that was entered in error. */
    public void withdrawAllOf(ActivityId activity, Instant at) {
        List.copyOf(clearances.values()).stream()
                .filter(clearance -> clearance.isOpen() && clearance.isFor(activity))
                .forEach(clearance -> apply(clearance.withdrawn(at)));
    }

    /** The activity that an entry asked clearance for, if it is a request at all. */
    public Optional<ActivityId> activityOf(UUID entry) {
        return Optional.ofNullable(clearances.get(new ClearanceId(entry)))
                .map(clearance -> clearance.requested().activityId());
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        var clearance = clearances.get(new ClearanceId(entry));
        return clearance == null
                ? Map.of()
                : Map.of("respondBy", clearance.requested().respondBy());
    }

    @EventSourcingHandler
    void evolve(ClearanceEvent event) {
        switch (event) {
            case ClearanceRequested e -> clearances.put(e.clearanceId(), Clearance.of(e));
            case ClearanceGranted e -> change(e, clearance -> clearance.granted(e));
            case ClearanceDenied e -> change(e, clearance -> clearance.closed(e.effectiveAt()));
            case ClearanceWithdrawn e -> change(e, clearance -> clearance.closed(e.effectiveAt()));
            case ClearanceOverdue e -> change(e, Clearance::lapsed);
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        clearances.remove(new ClearanceId(event.entry()));
    }

    private void change(ClearanceEvent event, UnaryOperator<Clearance> change) {
        clearances.computeIfPresent(event.clearanceId(), (id, clearance) -> change.apply(clearance));
    }

    void recheck(ClearanceId id, Instant at, Policies policies) {
        var clearance = clearances.get(id);
        if (clearance != null) {
            activities.recheck(clearance.requested().activityId(), at, policies);
        }
    }

    boolean isPendingOrGiven(Activity activity, Instant at) {
        return grants.isGiven(activity, at)
                || clearances.values().stream()
                        .anyMatch(clearance -> clearance.isOpen() && clearance.isFor(activity.id()));
    }

    /** A request that the lane made or is to answer. */
    Clearance involved(ClearanceId id, LaneId lane) {
        var clearance = clearances.get(id);
        if (clearance == null || !clearance.concerns(lane)) {
            throw new Rejected(ClearanceRefusal.UNKNOWN_CLEARANCE);
        }
        return clearance;
    }
}
