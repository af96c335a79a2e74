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
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.EntryKind;
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

/**
 * The clearances of a case: the agency owns the matter while it has a measure, so a municipality asks before it adds
 * something [GR] (C10).
 */
public class Clearances {

    private record Clearance(
            ClearanceRequested requested,
            @Nullable ClearanceGranted granted,
            @Nullable Instant closedAt,
            boolean overdue) {

        boolean isOpen() {
            return granted == null && closedAt == null;
        }

        Instant due() {
            return SwedishDays.endOf(requested.respondBy());
        }
    }

    private final Map<ClearanceId, Clearance> clearances = new LinkedHashMap<>();
    private final Grounds grounds;
    private final ClearanceGrants given;
    private final Activities activities;

    public Clearances(Grounds grounds, ClearanceGrants given, Activities activities) {
        this.grounds = grounds;
        this.given = given;
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
        when(
                until != null && until.isBefore(SwedishDays.of(command.effectiveAt())),
                ClearanceRefusal.UNTIL_IN_THE_PAST);
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
        var clearance = known(command.clearanceId(), command.lane());
        unless(clearance.closedAt == null, ClearanceRefusal.CLEARANCE_ANSWERED);
        var granted = clearance.granted;
        if (command.lane().equals(clearance.requested.lane())) {
            unless(granted == null, ClearanceRefusal.CLEARANCE_ANSWERED);
        } else {
            unless(granted != null, ClearanceRefusal.CLEARANCE_NOT_GIVEN);
        }
        var cause = granted == null ? clearance.requested.effectiveAt() : granted.effectiveAt();
        when(command.effectiveAt().isBefore(cause), CaseRefusal.BEFORE_ITS_CAUSE);
        apply(new ClearanceWithdrawn(
                command.clearanceId(), command.lane(), command.explanation(), command.effectiveAt()));
        recheck(command.clearanceId(), command.effectiveAt(), policies);
    }

    /** What is due, each with the event that says it lapsed. */
    public Stream<Deadline> due() {
        return clearances.values().stream()
                .filter(clearance -> clearance.isOpen() && !clearance.overdue)
                .filter(clearance -> !activities.hasEndedBy(clearance.requested.activityId(), clearance.due()))
                .map(clearance -> new Deadline(
                        clearance.due(),
                        new ClearanceOverdue(
                                clearance.requested.clearanceId(), clearance.requested.lane(), clearance.due())));
    }

    /** Finds anew what a clearance lifted that has run out by that moment. */
    public void letExpire(Instant until, Policies policies) {
        given.expiredBy(until).forEach((activity, since) -> activities.recheckUncleared(activity, since, policies));
    }

    public Stream<OpenEntry> open() {
        return clearances.values().stream()
                .filter(Clearance::isOpen)
                .filter(clearance -> !activities.hasEndedBy(clearance.requested.activityId(), Instant.MAX))
                .map(clearance -> new OpenEntry(
                        clearance.requested.entry(),
                        EntryKind.CLEARANCE,
                        clearance.requested.lane(),
                        Audience.of(clearance.requested)));
    }

    public boolean isOwn(UUID entry, LaneId lane) {
        var clearance = clearances.get(new ClearanceId(entry));
        return clearance != null && clearance.requested.lane().equals(lane);
    }

    /** Takes back what is asked for an activity that was entered in error. */
    public void withdrawAllOf(ActivityId activity, Instant at) {
        List.copyOf(clearances.values()).stream()
                .filter(clearance ->
                        clearance.isOpen() && clearance.requested.activityId().equals(activity))
                .map(Clearance::requested)
                .forEach(asked -> apply(new ClearanceWithdrawn(
                        asked.clearanceId(),
                        asked.lane(),
                        null,
                        at.isBefore(asked.effectiveAt()) ? asked.effectiveAt() : at)));
    }

    /** The activity that an entry asked clearance for, if it is a request at all. */
    public Optional<ActivityId> activityOf(UUID entry) {
        return Optional.ofNullable(clearances.get(new ClearanceId(entry)))
                .map(clearance -> clearance.requested.activityId());
    }

    /** What the answer to a command tells of a request. */
    public Map<String, Object> responseFields(UUID entry) {
        var clearance = clearances.get(new ClearanceId(entry));
        return clearance == null ? Map.of() : Map.of("respondBy", clearance.requested.respondBy());
    }

    @EventSourcingHandler
    void evolve(ClearanceEvent event) {
        switch (event) {
            case ClearanceRequested e -> clearances.put(e.clearanceId(), new Clearance(e, null, null, false));
            case ClearanceGranted e ->
                clearances.computeIfPresent(
                        e.clearanceId(), (id, c) -> new Clearance(c.requested, e, c.closedAt, c.overdue));
            case ClearanceDenied e -> close(e.clearanceId(), e.effectiveAt());
            case ClearanceWithdrawn e -> close(e.clearanceId(), e.effectiveAt());
            case ClearanceOverdue e ->
                clearances.computeIfPresent(
                        e.clearanceId(), (id, c) -> new Clearance(c.requested, c.granted, c.closedAt, true));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        clearances.remove(new ClearanceId(event.entry()));
    }

    private void close(ClearanceId id, Instant at) {
        clearances.computeIfPresent(id, (same, c) -> new Clearance(c.requested, c.granted, at, c.overdue));
    }

    private boolean isPendingOrGiven(ActivityId activity, Instant at) {
        return given.isGiven(activity, at)
                || clearances.values().stream()
                        .anyMatch(clearance -> clearance.isOpen()
                                && clearance.requested.activityId().equals(activity));
    }

    private void recheck(ClearanceId id, Instant at, Policies policies) {
        var clearance = clearances.get(id);
        if (clearance != null) {
            activities.recheck(clearance.requested.activityId(), at, policies);
        }
    }

    private void requireAnswerable(ClearanceId id, LaneId lane, Instant at) {
        var clearance = known(id, lane);
        unless(clearance.requested.to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(clearance.isOpen(), ClearanceRefusal.CLEARANCE_ANSWERED);
        when(at.isBefore(clearance.requested.effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
    }

    private Clearance known(ClearanceId id, LaneId lane) {
        var clearance = clearances.get(id);
        if (clearance == null
                || !(clearance.requested.lane().equals(lane)
                        || clearance.requested.to().equals(lane))) {
            throw new Rejected(ClearanceRefusal.UNKNOWN_CLEARANCE);
        }
        return clearance;
    }
}
