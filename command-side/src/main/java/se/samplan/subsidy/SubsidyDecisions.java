package se.samplan.subsidy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

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
        var request = decidable(command.subsidyRequestId(), command.lane(), actor);
        var at = request.decidableAt(command.effectiveAt());
        when(command.to().isBefore(command.from()), SubsidyRefusal.PERIOD_ENDS_BEFORE_IT_BEGINS);
        var policy = policies.inForce(PolicyKind.SUBSIDY_DECISION, actor.organisation(), SwedishDays.of(at));
        if (request.proposal() == null && request.needsSecondPerson(policy)) {
            apply(
                    new SubsidyApprovalProposed(
                            command.subsidyRequestId(),
                            command.lane(),
                            command.levelPercent(),
                            command.from(),
                            command.to(),
                            at),
                    policy.used());
            return;
        }
        var approvedAt = request.secondOf(command, at, ownAppointments);
        apply(
                new SubsidyApproved(
                        command.subsidyRequestId(),
                        command.lane(),
                        command.levelPercent(),
                        command.from(),
                        command.to(),
                        approvedAt),
                policy.used());
    }

    @CommandHandler
    void decide(RefuseSubsidy command, @MetaDataValue(CommandMetadata.ACTOR) Actor actor) {
        var at = decidable(command.subsidyRequestId(), command.lane(), actor).decidableAt(command.effectiveAt());
        apply(new SubsidyRefused(
                command.subsidyRequestId(), command.lane(), command.reason(), command.explanation(), at));
    }

    private SubsidyRequest decidable(SubsidyRequestId id, LaneId lane, Actor actor) {
        var request = subsidies.involved(id, lane);
        unless(request.requested().to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(actor.has(Mandate.SUBSIDY_DECISION), SubsidyRefusal.NO_MANDATE);
        return request;
    }
}
