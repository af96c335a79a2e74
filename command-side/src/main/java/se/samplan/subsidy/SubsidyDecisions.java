package se.samplan.subsidy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import se.samplan.access.Actor;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.LaneId;
import se.samplan.command.CommandMetadata;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.StaffId;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyKind;
import se.samplan.staff.OwnAppointments;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;

/** Decides on a request, by one person of the agency with the mandate or by two. */
class SubsidyDecisions {

    private final Subsidies subsidies;

    SubsidyDecisions(Subsidies subsidies) {
        this.subsidies = subsidies;
    }

    @CommandHandler
    void decide(
            ApproveSubsidy command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(OwnAppointments.KEY) Set<StaffId> ownAppointments,
            Policies policies) {
        var request = decidable(command.subsidyRequestId(), command.lane(), command.effectiveAt(), actor);
        when(command.to().isBefore(command.from()), SubsidyRefusal.PERIOD_ENDS_BEFORE_IT_BEGINS);
        var policy = policies.inForce(
                PolicyKind.SUBSIDY_DECISION, actor.organisation(), SwedishDays.of(command.effectiveAt()));
        if (request.proposal() == null && request.needsSecondPerson(policy)) {
            apply(
                    new SubsidyApprovalProposed(
                            command.subsidyRequestId(),
                            command.lane(),
                            command.levelPercent(),
                            command.from(),
                            command.to(),
                            command.effectiveAt()),
                    policy.used());
            return;
        }
        request.requireSecondOf(command, ownAppointments);
        apply(
                new SubsidyApproved(
                        command.subsidyRequestId(),
                        command.lane(),
                        command.levelPercent(),
                        command.from(),
                        command.to(),
                        command.effectiveAt()),
                policy.used());
    }

    @CommandHandler
    void decide(RefuseSubsidy command, @MetaDataValue(CommandMetadata.ACTOR) Actor actor) {
        decidable(command.subsidyRequestId(), command.lane(), command.effectiveAt(), actor);
        apply(new SubsidyRefused(
                command.subsidyRequestId(),
                command.lane(),
                command.reason(),
                command.explanation(),
                command.effectiveAt()));
    }

    private SubsidyRequest decidable(SubsidyRequestId id, LaneId lane, Instant at, Actor actor) {
        var request = subsidies.involved(id, lane);
        unless(request.requested().to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(actor.has(Mandate.SUBSIDY_DECISION), SubsidyRefusal.NO_MANDATE);
        request.requireDecidableAt(at);
        return request;
    }
}
