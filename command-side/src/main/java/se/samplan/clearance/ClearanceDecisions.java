package se.samplan.clearance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.command.EffectiveAt;
import se.samplan.consent.Grounds;
import se.samplan.plan.Activities;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyKind;

/** Decides on clearances: a lane requests one, and the agency answers. */
class ClearanceDecisions {

    private final Clearances clearances;
    private final Grounds grounds;
    private final Activities activities;

    ClearanceDecisions(Clearances clearances, Grounds grounds, Activities activities) {
        this.clearances = clearances;
        this.grounds = grounds;
        this.activities = activities;
    }

    @CommandHandler
    void decide(RequestClearance command, Policies policies, Clock clock) {
        var activity = activities.own(command.activityId(), command.lane());
        var at = command.effectiveAt().notBefore(activity.planned().effectiveAt());
        grounds.requireFor(
                command.lane(), LaneId.AGENCY, InformationKind.ACTIVITIES, command.effectiveAt(), clock.instant());
        when(
                clearances.isPendingOrGiven(activity, command.effectiveAt().judgedAt(clock.instant())),
                ClearanceRefusal.CLEARANCE_ALREADY_REQUESTED);
        var today = SwedishDays.of(at);
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
                        at),
                policy.used());
    }

    @CommandHandler
    void decide(GrantClearance command, Policies policies) {
        var at = answerable(command.clearanceId(), command.lane(), command.effectiveAt());
        var until = command.until();
        when(until != null && until.isBefore(SwedishDays.of(at)), ClearanceRefusal.UNTIL_IN_THE_PAST);
        apply(new ClearanceGranted(
                command.clearanceId(), command.lane(), command.conditions(), command.conditionText(), until, at));
        clearances.recheck(command.clearanceId(), at, policies);
    }

    @CommandHandler
    void decide(DenyClearance command) {
        var at = answerable(command.clearanceId(), command.lane(), command.effectiveAt());
        apply(new ClearanceDenied(command.clearanceId(), command.lane(), command.reason(), command.explanation(), at));
    }

    @CommandHandler
    void decide(WithdrawClearance command, Policies policies) {
        var clearance = clearances.involved(command.clearanceId(), command.lane());
        unless(clearance.closedAt() == null, ClearanceRefusal.CLEARANCE_ANSWERED);
        var granted = clearance.granted() != null;
        if (command.lane().equals(clearance.requested().lane())) {
            when(granted, ClearanceRefusal.CLEARANCE_ANSWERED);
        } else {
            unless(granted, ClearanceRefusal.CLEARANCE_NOT_GIVEN);
        }
        var at = command.effectiveAt().notBefore(clearance.cause());
        apply(new ClearanceWithdrawn(command.clearanceId(), command.lane(), command.explanation(), at));
        clearances.recheck(command.clearanceId(), at, policies);
    }

    /** The instant of an answer that may still be given. */
    private Instant answerable(ClearanceId id, LaneId lane, EffectiveAt effectiveAt) {
        var clearance = clearances.involved(id, lane);
        unless(clearance.requested().to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(clearance.isOpen(), ClearanceRefusal.CLEARANCE_ANSWERED);
        return effectiveAt.notBefore(clearance.requested().effectiveAt());
    }
}
