package se.samplan.clearance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.CaseRefusal;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.consent.Grounds;
import se.samplan.plan.Activities;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyKind;
import se.samplan.refusal.Rejected;
import se.samplan.casework.Capability;
import se.samplan.casework.KnowledgeAt;
import java.util.function.UnaryOperator;
import org.axonframework.modelling.command.AggregateMember;

/**
 * The clearances of a case: the agency owns the matter while it has a measure, so a municipality asks before it adds
 * something [GR] (C10).
 */
public class Clearances implements Capability {

    private final Map<ClearanceId, Clearance> clearances = new LinkedHashMap<>();
    private final Grounds grounds;
    @AggregateMember
    private final ClearanceGrants grants;

    private final Activities activities;

    public Clearances(Grounds grounds, ClearanceGrants grants, Activities activities) {
        this.grounds = grounds;
        this.grants = grants;
        this.activities = activities;
    }

    @CommandHandler
    void decide(RequestClearance command, Policies policies, Clock clock) {
        activities.own(command.activityId(), command.lane(), command.effectiveAt());
        grounds.requireFor(
                command.lane(), LaneId.AGENCY, InformationKind.ACTIVITIES, command.effectiveAt(), clock.instant());
        when(
                isPendingOrGiven(command.activityId(), command.effectiveAt()),
                ClearanceRefusal.CLEARANCE_ALREADY_REQUESTED);
        var today = SwedishDays.of(command.effectiveAt());
        var policy =
                policies.inForce(PolicyKind.CLEARANCE_ANSWER, command.lane().organisation(), today);
        apply(
                new ClearanceRequested(
                        command.clearanceId(),
                        command.lane(),
                        LaneId.AGENCY,
                        command.activityId(),
                        command.message(),
                        policy.dueDay(today),
                        command.effectiveAt()),
                policy.used());
    }

    @CommandHandler
    void decide(GrantClearance command, Policies policies) {
        requireAnswerable(command.clearanceId(), command.lane(), command.effectiveAt());
        var until = command.until();
        when(until != null && until.isBefore(SwedishDays.of(command.effectiveAt())), ClearanceRefusal.UNTIL_IN_THE_PAST);
        apply(new ClearanceGranted(
                command.clearanceId(),
                command.lane(),
                command.conditions(),
                command.conditionText(),
                until,
                command.effectiveAt()));
        recheck(command.clearanceId(), command.effectiveAt(), policies);
    }

    @CommandHandler
    void decide(DenyClearance command) {
        requireAnswerable(command.clearanceId(), command.lane(), command.effectiveAt());
        apply(new ClearanceDenied(
                command.clearanceId(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
    }

    @CommandHandler
    void decide(WithdrawClearance command, Policies policies) {
        var clearance = involved(command.clearanceId(), command.lane());
        unless(clearance.closedAt() == null, ClearanceRefusal.CLEARANCE_ANSWERED);
        var granted = clearance.granted() != null;
        if (command.lane().equals(clearance.requested().lane())) {
            when(granted, ClearanceRefusal.CLEARANCE_ANSWERED);
        } else {
            unless(granted, ClearanceRefusal.CLEARANCE_NOT_GIVEN);
        }
        when(command.effectiveAt().isBefore(clearance.cause()), CaseRefusal.BEFORE_ITS_CAUSE);
        apply(new ClearanceWithdrawn(
                command.clearanceId(), command.lane(), command.explanation(), command.effectiveAt()));
        recheck(command.clearanceId(), command.effectiveAt(), policies);
    }

    /** Answers that are waited for, and clearances given that run out, unless they are taken back. */
    @Override
    public Stream<Deadline> due() {
        var answers = clearances.values().stream()
                .filter(clearance -> clearance.isOpen() && !clearance.overdue())
                .filter(clearance ->
                        !activities.hasEndedBy(clearance.requested().activityId(), clearance.lapsesAt()))
                .map(Clearance::deadline);
        return Stream.concat(answers, grants.expiries().map(at -> new Deadline(at, null)));
    }

    /** Finds anew what a clearance lifted that has run out by that moment. */
    public void letExpire(Instant until, Policies policies) {
        grants.expiredBy(until).forEach((activity, since) -> activities.recheckUncleared(activity, since, policies));
    }

    @Override
    public Stream<OpenEntry> open() {
        return clearances.values().stream()
                .filter(Clearance::isOpen)
                .filter(clearance -> !activities.hasEndedBy(clearance.requested().activityId(), Instant.MAX))
                .map(Clearance::openEntry);
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var clearance = clearances.get(new ClearanceId(entry));
        return clearance != null && clearance.requested().lane().equals(lane);
    }

    /** Takes back what is asked for an activity that was entered in error. */
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
        return clearance == null ? Map.of() : Map.of("respondBy", clearance.requested().respondBy());
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

    private boolean isPendingOrGiven(ActivityId activity, Instant at) {
        return grants.isGiven(activity, at)
                || clearances.values().stream()
                        .anyMatch(clearance -> clearance.isOpen() && clearance.isFor(activity));
    }

    private void recheck(ClearanceId id, Instant at, Policies policies) {
        var clearance = clearances.get(id);
        if (clearance != null) {
            activities.recheck(clearance.requested().activityId(), at, policies);
        }
    }

    private void requireAnswerable(ClearanceId id, LaneId lane, Instant at) {
        var clearance = involved(id, lane);
        unless(clearance.requested().to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(clearance.isOpen(), ClearanceRefusal.CLEARANCE_ANSWERED);
        when(at.isBefore(clearance.requested().effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
    }

    private Clearance involved(ClearanceId id, LaneId lane) {
        var clearance = clearances.get(id);
        if (clearance == null || !clearance.concerns(lane)) {
            throw new Rejected(ClearanceRefusal.UNKNOWN_CLEARANCE);
        }
        return clearance;
    }
}
