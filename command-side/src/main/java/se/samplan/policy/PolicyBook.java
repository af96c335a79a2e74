package se.samplan.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.command.CommandMetadata;
import se.samplan.organisation.Role;
import se.samplan.policy.PolicyEvent.PolicySet;
import se.samplan.staff.KindOfOrganisation;
import se.samplan.staff.StaffRefusal;

/** The policies that one organisation has set: data with dates, since municipalities differ on purpose (C16). */
@Aggregate(lockFactory = "noLocks")
@SuppressWarnings("UnusedVariable") // Axon reads the identifier by reflection
class PolicyBook {

    @AggregateIdentifier
    private @Nullable UUID stream;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            SetPolicy command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(KindOfOrganisation.KEY) @Nullable String kind,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock,
            PolicyValues policyValues) {
        if (repeated != null) {
            return;
        }
        unless(
                actor.role() == Role.OPERATOR || actor.organisation().equals(command.organisationId()),
                PolicyRefusal.NOT_YOUR_POLICY);
        unless(kind != null, StaffRefusal.UNKNOWN_ORGANISATION);
        command.effectiveAt().requireNotAfter(clock.instant());
        var to = command.validTo();
        when(to != null && to.isBefore(command.validFrom()), PolicyRefusal.POLICY_ENDS_BEFORE_IT_BEGINS);
        command.values().forEach((name, value) -> policyValues.check(command.kind(), name, value));
        apply(new PolicySet(
                command.organisationId(),
                command.policyId(),
                command.kind(),
                command.values(),
                command.validFrom(),
                to,
                command.effectiveAt().withoutCause()));
    }

    @EventSourcingHandler
    void evolve(PolicyEvent event) {
        switch (event) {
            case PolicySet e -> stream = SetPolicy.streamOf(e.organisationId());
        }
    }
}
