package se.samplan.consent;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.Ground;
import se.samplan.casework.GroundId;
import se.samplan.casework.InformationKind;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Period;
import se.samplan.command.EffectiveAt;
import se.samplan.consent.ConsentEvent.ConsentRecorded;
import se.samplan.consent.ConsentEvent.ConsentWithdrawn;
import se.samplan.refusal.Rejected;

/**
 * The legal grounds of a case: between whom, for what, and when each is in force [GR: the participant must consent].
 */
public final class Grounds implements Capability {

    private final Map<GroundId, Consent> grounds = new LinkedHashMap<>();

    @CommandHandler
    void decide(RecordConsent command) {
        unless(command.parties().size() > 1, ConsentRefusal.TOO_FEW_PARTIES);
        unless(command.parties().contains(command.lane()), ConsentRefusal.NOT_A_PARTY);
        when(command.kinds().isEmpty(), ConsentRefusal.NO_KINDS);
        when(
                command.form() == ConsentForm.ORAL_WITH_WITNESS && command.witness() == null,
                ConsentRefusal.WITNESS_NEEDED);
        var at = command.effectiveAt().withoutCause();
        var validFrom = Objects.requireNonNullElse(command.validFrom(), at);
        var validTo = command.validTo();
        unless(validTo == null || validTo.isAfter(validFrom), ConsentRefusal.ENDS_BEFORE_IT_BEGINS);
        var period = new Period(validFrom, validTo);
        when(
                grounds.values().stream().anyMatch(consent -> consent.says(command, period)),
                ConsentRefusal.CONSENT_IN_FORCE);
        apply(new ConsentRecorded(
                command.groundId(),
                command.lane(),
                command.parties(),
                command.kinds(),
                command.purpose(),
                command.form(),
                command.witness(),
                validFrom,
                validTo,
                at));
    }

    @CommandHandler
    void decide(WithdrawConsent command) {
        var consent = grounds.get(command.groundId());
        if (consent == null || !consent.ground().parties().contains(command.lane())) {
            throw new Rejected(ConsentRefusal.UNKNOWN_CONSENT);
        }
        var at = command.effectiveAt().notBefore(consent.since());
        var end = consent.ground().validTo();
        when(consent.withdrawn() || (end != null && !at.isBefore(end)), ConsentRefusal.NOT_IN_FORCE);
        var others =
                command.all() ? othersWithdrawnBy(command, consent.ground().parties()) : List.<ConsentWithdrawn>of();
        apply(new ConsentWithdrawn(command.groundId(), command.lane(), at));
        others.forEach(other -> apply(other));
    }

    /** One that was given after the withdrawal's time is not taken back by it. */
    private List<ConsentWithdrawn> othersWithdrawnBy(WithdrawConsent command, Set<LaneId> parties) {
        var effectiveAt = command.effectiveAt();
        return grounds.values().stream()
                .filter(other -> !other.ground().groundId().equals(command.groundId()))
                .filter(other -> other.isBetween(parties, command.lane()) && !effectiveAt.isBefore(other.since()))
                .filter(other -> other.isInForceAfter(effectiveAt.notBefore(other.since())))
                .map(other -> new ConsentWithdrawn(
                        other.ground().groundId(), command.lane(), effectiveAt.notBefore(other.since())))
                .toList();
    }

    @EventSourcingHandler
    void evolve(ConsentEvent event) {
        switch (event) {
            case ConsentRecorded e ->
                grounds.put(
                        e.groundId(),
                        new Consent(
                                new Ground(e.groundId(), e.parties(), e.kinds(), e.validFrom(), e.validTo()),
                                e.purpose(),
                                e.lane(),
                                e.effectiveAt(),
                                false));
            case ConsentWithdrawn e ->
                grounds.computeIfPresent(e.groundId(), (id, consent) -> consent.withdrawnAt(e.effectiveAt()));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        grounds.remove(new GroundId(event.entry()));
    }

    /** All grounds; each says when it is in force. */
    public List<Ground> all() {
        return grounds.values().stream().map(Consent::ground).toList();
    }

    /** Refuses what would disclose one lane's facts to another, unless a ground covered that then and covers it now. */
    public void requireFor(LaneId from, LaneId to, InformationKind kind, EffectiveAt effectiveAt, Instant now) {
        for (var moment : List.of(effectiveAt.judgedAt(now), now)) {
            unless(all().stream().anyMatch(ground -> ground.lifts(from, to, kind, moment)), ConsentRefusal.NO_GROUND);
        }
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var consent = grounds.get(new GroundId(entry));
        return consent != null && consent.recordedBy().equals(lane);
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        var consent = grounds.get(new GroundId(entry));
        return consent == null
                        || !consent.withdrawn()
                        || !consent.ground().parties().contains(reader.reader())
                ? Map.of()
                : Map.of("stillInForce", stillInForce(consent.ground().parties(), reader));
    }

    private List<Consent.StillInForce> stillInForce(Set<LaneId> parties, KnowledgeAt reader) {
        return grounds.values().stream()
                .filter(consent -> consent.isBetween(parties, reader.reader()) && consent.isInForceAfter(reader.now()))
                .map(Consent::shown)
                .toList();
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Stream<OpenEntry> open() {
        return Stream.empty();
    }
}
