package se.samplan.participant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
import se.samplan.organisation.StaffId;
import se.samplan.participant.ParticipantEvent.ParticipantRecognised;
import se.samplan.participant.ParticipantEvent.ParticipantRegistered;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityLifted;
import se.samplan.participant.ParticipantEvent.ProtectedIdentityMarked;
import se.samplan.participant.ParticipantEvent.ProtectionProposed;
import se.samplan.staff.OwnAppointments;

/** A person's entry in the register (C1), and whether the identity is protected. */
@Aggregate(lockFactory = "noLocks")
class Participant {

    @AggregateIdentifier
    private @Nullable ParticipantId id;

    private Protection protection = Protection.NONE;
    private final Map<LaneId, Proposal> proposals = new HashMap<>();

    /** What the first person of a lane wants; of no effect outside of it. */
    private record Proposal(Protection protection, String by) {}

    /**
     * What applies now.
     *
     * @param proposed what somebody of the sender's lane wants besides, until a second person does
     */
    record ProtectionAnswer(
            ParticipantId participantId,
            Protection protection,
            @Nullable Protection proposed) {}

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
    ProtectionAnswer decide(
            MarkProtectedIdentity command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(IsInLane.KEY) Boolean isInLane,
            @MetaDataValue(OwnAppointments.KEY) Set<StaffId> ownAppointments,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        requireMayProtect(actor, isInLane);
        if (repeated == null) {
            command.effectiveAt().requireNotAfter(clock.instant());
            when(command.protection() == Protection.NONE, ParticipantRefusal.NO_PROTECTION_NAMED);
            when(command.protection() == protection, ParticipantRefusal.ALREADY_PROTECTED);
            var at = command.effectiveAt().withoutCause();
            if (isSecond(command.lane(), command.protection(), actor, ownAppointments)) {
                apply(new ProtectedIdentityMarked(command.lane(), command.protection(), at));
            } else {
                apply(new ProtectionProposed(command.lane(), command.protection(), at));
            }
        }
        return answer(command.participantId(), command.lane());
    }

    @CommandHandler
    ProtectionAnswer decide(
            LiftProtectedIdentity command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(IsInLane.KEY) Boolean isInLane,
            @MetaDataValue(OwnAppointments.KEY) Set<StaffId> ownAppointments,
            @MetaDataValue(CommandMetadata.REPEATED) @Nullable UUID repeated,
            Clock clock) {
        requireMayProtect(actor, isInLane);
        if (repeated == null) {
            command.effectiveAt().requireNotAfter(clock.instant());
            when(protection == Protection.NONE, ParticipantRefusal.NOT_PROTECTED);
            var at = command.effectiveAt().withoutCause();
            if (isSecond(command.lane(), Protection.NONE, actor, ownAppointments)) {
                apply(new ProtectedIdentityLifted(command.lane(), at));
            } else {
                apply(new ProtectionProposed(command.lane(), Protection.NONE, at));
            }
        }
        return answer(command.participantId(), command.lane());
    }

    private void requireMayProtect(Actor actor, boolean isInLane) {
        unless(id != null && isInLane && maySee(actor), AccessRefusal.UNKNOWN_PARTICIPANT);
        unless(mayProtect(actor), AccessRefusal.NOT_ALLOWED);
    }

    /**
     * Whether somebody else of the lane has proposed the same. Who completes it must see the person afterwards, so
     * that nobody's case is locked for all.
     */
    private boolean isSecond(LaneId lane, Protection wanted, Actor actor, Set<StaffId> ownAppointments) {
        var proposal = proposals.get(lane);
        if (proposal == null || proposal.protection() != wanted) {
            return false;
        }
        when(
                ownAppointments.stream().anyMatch(each -> each.toString().equals(proposal.by())),
                ParticipantRefusal.PROTECTION_NEEDS_SECOND_PERSON);
        unless(actor.has(Mandate.PROTECTED_IDENTITIES), ParticipantRefusal.SECOND_PERSON_NEEDS_MANDATE);
        return true;
    }

    private ProtectionAnswer answer(ParticipantId participant, LaneId lane) {
        var proposal = proposals.get(lane);
        return new ProtectionAnswer(participant, protection, proposal == null ? null : proposal.protection());
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
    void evolve(ParticipantEvent event, @MetaDataValue(CommandMetadata.ACTOR_ID) @Nullable String by) {
        switch (event) {
            case ParticipantRegistered e -> id = e.participantId();
            case ParticipantRecognised _ -> {}
            case ProtectionProposed e -> proposals.put(e.lane(), new Proposal(e.protection(), String.valueOf(by)));
            case ProtectedIdentityMarked e -> change(e.protection());
            case ProtectedIdentityLifted _ -> change(Protection.NONE);
        }
    }

    /** What was proposed before was proposed of another state. */
    private void change(Protection now) {
        protection = now;
        proposals.clear();
    }
}
