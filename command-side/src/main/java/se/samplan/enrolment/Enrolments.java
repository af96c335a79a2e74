package se.samplan.enrolment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.Knowledge;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.EffectiveAt;
import se.samplan.enrolment.EnrolmentEvent.EnrolmentEnded;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.referral.Referrals;
import se.samplan.refusal.Rejected;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** The enrolments of a case: the periods a person takes part, each ended after a check for open entries (C3). */
public final class Enrolments implements Capability {

    /** Names everything that is still open in the case. */
    @FunctionalInterface
    public interface WhatIsOpen {

        Stream<OpenEntry> entries();
    }

    private record Enrolment(
            ParticipantEnrolled enrolled, @Nullable Instant endedAt) {}

    /** An open entry as the check before an end shows it. */
    record Open(UUID entry, Coded what, LaneId lane) {}

    private final Map<EnrolmentId, Enrolment> enrolments = new LinkedHashMap<>();
    private final Knowledge knowledge;
    private final Referrals referrals;
    private final WhatIsOpen open;

    public Enrolments(Knowledge knowledge, Referrals referrals, WhatIsOpen open) {
        this.knowledge = knowledge;
        this.referrals = referrals;
        this.open = open;
    }

    @CommandHandler
    void decide(EnrolParticipant command) {
        var referral = command.referralId();
        var at = command.effectiveAt().withoutCause();
        if (referral != null) {
            at = referrals
                    .acceptedAt(referral, command.lane(), command.effectiveAt())
                    .map(command.effectiveAt()::notBefore)
                    .orElseThrow(() -> new Rejected(EnrolmentRefusal.REFERRAL_NOT_ACCEPTED));
        }
        when(isEnrolled(command.lane(), command.effectiveAt()), EnrolmentRefusal.ALREADY_ENROLLED);
        apply(new ParticipantEnrolled(
                command.enrolmentId(), command.lane(), referral, command.form(), command.unit(), at));
    }

    @CommandHandler
    void decide(EndEnrolment command, Clock clock) {
        var enrolment = own(command.enrolmentId(), command.lane());
        unless(enrolment.endedAt == null, EnrolmentRefusal.ENROLMENT_ENDED);
        var at = command.effectiveAt().notBefore(enrolment.enrolled.effectiveAt());
        var left = openTo(knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant()));
        if (!command.leftOpen().containsAll(left.stream().map(OpenEntry::entry).toList())) {
            throw new Rejected(EnrolmentRefusal.ENTRIES_OPEN, Map.of("open", shown(left)));
        }
        when(
                !command.leftOpen().isEmpty() && command.leftOpenReason() == null,
                EnrolmentRefusal.REASON_FOR_LEAVING_OPEN);
        apply(new EnrolmentEnded(
                command.enrolmentId(),
                command.lane(),
                command.outcome(),
                left.stream().map(OpenEntry::entry).toList(),
                left.isEmpty() ? null : command.leftOpenReason(),
                command.explanation(),
                at));
    }

    @CommandHandler
    Map<String, Object> check(CheckClosing command, Clock clock) {
        own(command.enrolmentId(), command.lane());
        return Map.of("open", shown(openTo(knowledge.of(command.lane()).at(command.effectiveAt(), clock.instant()))));
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var enrolment = enrolments.get(new EnrolmentId(entry));
        return enrolment != null && enrolment.enrolled.lane().equals(lane);
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
            case ParticipantEnrolled e -> enrolments.put(e.enrolmentId(), new Enrolment(e, null));
            case EnrolmentEnded e ->
                enrolments.computeIfPresent(
                        e.enrolmentId(), (id, enrolment) -> new Enrolment(enrolment.enrolled, e.effectiveAt()));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        enrolments.remove(new EnrolmentId(event.entry()));
    }

    private boolean isEnrolled(LaneId lane, EffectiveAt effectiveAt) {
        return enrolments.values().stream()
                .filter(enrolment -> enrolment.enrolled.lane().equals(lane))
                .anyMatch(enrolment -> enrolment.endedAt == null || effectiveAt.isBefore(enrolment.endedAt));
    }

    private List<OpenEntry> openTo(KnowledgeAt reader) {
        return open.entries().filter(entry -> reader.includes(entry.audience())).toList();
    }

    private static List<Open> shown(List<OpenEntry> open) {
        return open.stream()
                .map(entry -> new Open(entry.entry(), Texts.of(entry.what()), entry.lane()))
                .toList();
    }

    private Enrolment own(EnrolmentId id, LaneId lane) {
        var enrolment = enrolments.get(id);
        if (enrolment == null || !enrolment.enrolled.lane().equals(lane)) {
            throw new Rejected(EnrolmentRefusal.UNKNOWN_ENROLMENT);
        }
        return enrolment;
    }
}
