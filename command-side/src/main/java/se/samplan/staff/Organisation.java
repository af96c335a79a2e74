package se.samplan.staff;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.nio.charset.StandardCharsets;
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
import se.samplan.command.CommandMetadata;
import se.samplan.staff.OrganisationEvent.OrganisationRegistered;

/** An organisation that takes part (C21). */
@Aggregate(lockFactory = "noLocks")
class Organisation {

    @AggregateIdentifier
    private @Nullable UUID stream;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(
            RegisterOrganisation command,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        if (repeated != null) {
            return;
        }
        unless(stream == null, StaffRefusal.ALREADY_REGISTERED);
        command.effectiveAt().requireNotAfter(clock.instant());
        apply(new OrganisationRegistered(
                command.organisationId(),
                command.kind(),
                command.name(),
                command.county(),
                command.partOf(),
                command.branches(),
                command.effectiveAt().withoutCause()));
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        switch (event) {
            case OrganisationRegistered e ->
                stream =
                        UUID.nameUUIDFromBytes(("organisation|" + e.organisationId()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
