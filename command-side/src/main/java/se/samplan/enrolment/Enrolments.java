package se.samplan.enrolment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Period;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.referral.Referrals;
import se.samplan.refusal.Rejected;

/** The enrolments of a case: the periods a person takes part, each ended after a check for open entries (C3). */
public final class Enrolments implements Capability {

    /** Names everything that is still open in the case. */
    @FunctionalInterface
    public interface WhatIsOpen {

        Stream<OpenEntry> entries();
    }

    private record Enrolment(LaneId lane, Period period) {}

    private final Map<EnrolmentId, Enrolment> enrolments = new LinkedHashMap<>();
    private final Referrals referrals;
    private final ClosingCheck closing;

    public Enrolments(Knowledge knowledge, Referrals referrals, WhatIsOpen open) {
        this.referrals = referrals;
        closing = new ClosingCheck(knowledge, open);
    }

    @CommandHandler
    void decide(EnrolParticipant command, Clock clock) {
        var lane = command.lane();
        var now = clock.instant();
        var ending = command.ending();
        var period = Period.among(
                periodsOf(lane),
                EnrolmentRefusal.ALREADY_ENROLLED,
                command.effectiveAt(),
                causeOf(command),
                ending == null ? null : ending.effectiveAt(),
                now);
        var end = period.to();
        var ended = ending == null || end == null ? null : ended(command.enrolmentId(), lane, ending, end, now);
        apply(new ParticipantEnrolled(
                command.enrolmentId(), lane, command.referralId(), command.form(), command.unit(), period.from()));
        if (ended != null) {
            apply(ended);
        }
    }

    @CommandHandler
    void decide(EndEnrolment command, Clock clock) {
        var enrolment = own(command.enrolmentId(), command.lane());
        unless(enrolment.period.to() == null, EnrolmentRefusal.ENROLMENT_ENDED);
        var at = command.effectiveAt().notBefore(enrolment.period.from());
        apply(ended(command.enrolmentId(), command.lane(), command.ending(), at, clock.instant()));
    }

    @CommandHandler
    Map<String, Object> check(CheckClosing command, Clock clock) {
        own(command.enrolmentId(), command.lane());
        return Map.of("open", closing.shown(command.lane(), command.effectiveAt(), clock.instant()));
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var enrolment = enrolments.get(new EnrolmentId(entry));
        return enrolment != null && enrolment.lane.equals(lane);
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        return Map.of();
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Stream<OpenEntry> open() {
        return Stream.empty();
    }

    @EventSourcingHandler
    void evolve(EnrolmentEvent event) {
        switch (event) {
            case ParticipantEnrolled e ->
                enrolments.put(e.enrolmentId(), new Enrolment(e.lane(), Period.since(e.effectiveAt())));
            case EnrolmentEnded e ->
                enrolments.computeIfPresent(
                        e.enrolmentId(),
                        (id, enrolment) -> new Enrolment(enrolment.lane, enrolment.period.until(e.effectiveAt())));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        enrolments.remove(new EnrolmentId(event.entry()));
    }

    /** What is open is no business of an enrolment that another one followed. */
    private EnrolmentEnded ended(EnrolmentId id, LaneId lane, Ending ending, Instant end, Instant now) {
        var isFollowed =
                periodsOf(lane).stream().anyMatch(period -> !period.from().isBefore(end));
        var left = isFollowed ? List.<UUID>of() : closing.leftBy(ending, lane, now);
        return new EnrolmentEnded(
                id,
                lane,
                ending.outcome(),
                left,
                left.isEmpty() ? null : ending.leftOpenReason(),
                ending.explanation(),
                end);
    }

    private Instant causeOf(EnrolParticipant command) {
        var referral = command.referralId();
        return referral == null
                ? command.effectiveAt().withoutCause()
                : referrals
                        .acceptedAt(referral, command.lane(), command.effectiveAt())
                        .orElseThrow(() -> new Rejected(EnrolmentRefusal.REFERRAL_NOT_ACCEPTED));
    }

    private List<Period> periodsOf(LaneId lane) {
        return enrolments.values().stream()
                .filter(enrolment -> enrolment.lane.equals(lane))
                .map(Enrolment::period)
                .toList();
    }

    private Enrolment own(EnrolmentId id, LaneId lane) {
        var enrolment = enrolments.get(id);
        if (enrolment == null || !enrolment.lane.equals(lane)) {
            throw new Rejected(EnrolmentRefusal.UNKNOWN_ENROLMENT);
        }
        return enrolment;
    }
}
