package se.samplan.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.casework.LaneId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.command.CommandMetadata;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.Role;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;

/** A person's entry in the register (C1), and whether the identity is protected. */
@Aggregate(lockFactory = "noLocks")
class Participant {

    @AggregateIdentifier
    private @Nullable ParticipantId id;

    private Protection protection = Protection.NONE;

    Participant() {}

    Participant(RegisterParticipant command) {
        apply(new ParticipantRegistered(
                command.offeredId(),
                command.offeredCase(),
                command.lane(),
                command.number().kind(),
                command.number().sex(),
                command.number().birthDate().getYear(),
                command.effectiveAt().withoutCause()));
    }

    /** Somebody who may not know that the person was registered before gets the same answer as for an unknown one. */
    void recognise(LaneId lane, Instant effectiveAt) {
        apply(new ParticipantRecognised(lane, effectiveAt));
    }

    @CommandHandler
    void decide(
            MarkProtectedIdentity command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(IsInLane.KEY) Boolean isInLane,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        unless(id != null && isInLane && maySee(actor), AccessRefusal.UNKNOWN_PARTICIPANT);
        unless(mayProtect(actor), AccessRefusal.NOT_ALLOWED);
        if (repeated != null) {
            return;
        }
        command.effectiveAt().requireNotAfter(clock.instant());
        when(command.protection() == Protection.NONE, ParticipantRefusal.NO_PROTECTION_NAMED);
        when(command.protection() == protection, ParticipantRefusal.ALREADY_PROTECTED);
        apply(new ProtectedIdentityMarked(
                command.lane(), command.protection(), command.effectiveAt().withoutCause()));
    }

    private boolean maySee(Actor actor) {
        return protection == Protection.NONE || actor.has(Mandate.PROTECTED_IDENTITIES);
    }

    private static boolean mayProtect(Actor actor) {
        return actor.role() == Role.MUNICIPAL_MANAGER
                || actor.role() == Role.AGENCY_MANAGER
                || actor.has(Mandate.PROTECTED_IDENTITIES);
    }

    @EventSourcingHandler
    void evolve(ParticipantEvent event) {
        switch (event) {
            case ParticipantRegistered e -> id = e.participantId();
            case ParticipantRecognised _ -> {}
            case ProtectedIdentityMarked e -> protection = e.protection();
        }
    }
}
