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
import se.samplan.command.Keys;
import se.samplan.coordination.CaseRefusal;
import se.samplan.coordination.LaneId;
import se.samplan.http.AccessRefusal;
import se.samplan.http.Caller;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.staff.Mandate;
import se.samplan.staff.Role;

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
                command.effectiveAt()));
    }

    /** Somebody who may not know that the person was registered before gets the same answer as for an unknown one. */
    void recognise(LaneId lane, Instant effectiveAt) {
        apply(new ParticipantRecognised(lane, effectiveAt));
    }

    @CommandHandler
    void decide(
            MarkProtectedIdentity command,
            @MetaDataValue(Keys.CALLER) Caller caller,
            @MetaDataValue(Keys.IS_IN_LANE) Boolean isInLane,
            @MetaDataValue(Keys.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        unless(id != null && isInLane && maySee(caller), AccessRefusal.UNKNOWN_PARTICIPANT);
        unless(mayProtect(caller), AccessRefusal.NOT_ALLOWED);
        if (repeated != null) {
            return;
        }
        when(command.effectiveAt().isAfter(clock.instant()), CaseRefusal.IN_THE_FUTURE);
        when(command.protection() == Protection.NONE, ParticipantRefusal.NO_PROTECTION_NAMED);
        when(command.protection() == protection, ParticipantRefusal.ALREADY_PROTECTED);
        apply(new ProtectedIdentityMarked(command.lane(), command.protection(), command.effectiveAt()));
    }

    private boolean maySee(Caller caller) {
        return protection == Protection.NONE || caller.has(Mandate.PROTECTED_IDENTITIES);
    }

    private static boolean mayProtect(Caller caller) {
        return caller.role() == Role.MUNICIPAL_MANAGER
                || caller.role() == Role.AGENCY_MANAGER
                || caller.has(Mandate.PROTECTED_IDENTITIES);
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
