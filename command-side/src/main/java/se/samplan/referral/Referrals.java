package se.samplan.referral;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Period;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Branch;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyKind;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;
import se.samplan.refusal.Rejected;

/** The referrals of a case: who sent the person to which unit, and what it answered (C2). */
@SuppressWarnings("UnusedVariable") // Axon reads the members by reflection
public final class Referrals implements Capability {

    private final Map<ReferralId, Referral> referrals = new LinkedHashMap<>();

    @AggregateMember
    private final ReferralAnswers answers = new ReferralAnswers(this);

    @CommandHandler
    void decide(ReferParticipant command, Policies policies) {
        unless(command.to().branch() == Branch.LABOUR_MARKET, ReferralRefusal.NOT_A_LABOUR_MARKET_UNIT);
        unless(fits(command), ReferralRefusal.SOURCE_DOES_NOT_FIT);
        unless(
                (command.source() == ReferralSource.OTHER) == (command.otherSource() != null),
                ReferralRefusal.OTHER_SOURCE_NEEDED);
        var today = SwedishDays.of(command.effectiveAt().withoutCause());
        var since = command.withoutWorkSince();
        when(since != null && since.isAfter(today), ReferralRefusal.WITHOUT_WORK_IN_THE_FUTURE);
        var policy = policies.inForce(PolicyKind.REFERRAL_ANSWER, command.to().organisation(), today);
        var at = Period.whileAwaited(
                        waits(command.lane(), command.to()),
                        ReferralRefusal.ALREADY_REFERRED,
                        command.effectiveAt(),
                        SwedishDays.endOf(policy.dueDay(today)))
                .from();
        apply(
                new ReferralMade(
                        command.referralId(),
                        command.lane(),
                        command.to(),
                        command.source(),
                        command.otherSource(),
                        command.targetGroup(),
                        command.socialAssistance(),
                        since,
                        command.education(),
                        command.desiredOutcome(),
                        command.reason(),
                        policy.dueDay(today),
                        at),
                policy.used());
    }

    /** When the lane accepted a referral; empty if it has not, or not by then. */
    public Optional<Instant> acceptedAt(ReferralId id, LaneId by, EffectiveAt effectiveAt) {
        return involved(id, by).acceptedBy(by).filter(at -> !effectiveAt.isBefore(at));
    }

    @Override
    public Stream<Deadline> due() {
        return referrals.values().stream()
                .filter(referral -> referral.isOpen() && !referral.overdue())
                .map(Referral::deadline);
    }

    @Override
    public Stream<OpenEntry> open() {
        return referrals.values().stream().filter(Referral::isOpen).map(Referral::openEntry);
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        return Optional.ofNullable(referrals.get(new ReferralId(entry)))
                .filter(referral -> referral.made().lane().equals(lane))
                .isPresent();
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        return Map.of();
    }

    @EventSourcingHandler
    void evolve(ReferralEvent event) {
        switch (event) {
            case ReferralMade e -> referrals.put(e.referralId(), Referral.of(e));
            case ReferralAccepted e -> change(e, referral -> referral.accepted(e.effectiveAt()));
            case ReferralDeclined e -> change(e, referral -> referral.closed(e.effectiveAt()));
            case ReferralWithdrawn e -> change(e, referral -> referral.closed(e.effectiveAt()));
            case ReferralOverdue e -> change(e, Referral::lapsed);
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        referrals.remove(new ReferralId(event.entry()));
    }

    /** The times for which the lane waited, or still waits, for that unit's answers. */
    private List<Period> waits(LaneId by, LaneId of) {
        return referrals.values().stream()
                .filter(referral -> referral.isFromTo(by, of))
                .map(Referral::waiting)
                .toList();
    }

    private void change(ReferralEvent event, UnaryOperator<Referral> change) {
        referrals.computeIfPresent(event.referralId(), (id, referral) -> change.apply(referral));
    }

    /** A referral that the lane made or received. */
    Referral involved(ReferralId id, LaneId lane) {
        var referral = referrals.get(id);
        if (referral == null || !referral.concerns(lane)) {
            throw new Rejected(ReferralRefusal.UNKNOWN_REFERRAL);
        }
        return referral;
    }

    /** A unit may enter a referral that it received on paper; other lanes enter only their own. */
    private static boolean fits(ReferParticipant command) {
        return switch (command.lane().branch()) {
            case SOCIAL_SERVICES ->
                command.source() == ReferralSource.SOCIAL_SERVICES
                        || command.source() == ReferralSource.EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES;
            case AGENCY ->
                command.source() == ReferralSource.EMPLOYMENT_SERVICE
                        || command.source() == ReferralSource.EMPLOYMENT_SERVICE_WITH_SOCIAL_SERVICES;
            case LABOUR_MARKET -> command.lane().equals(command.to());
            case HEALTH_CARE, SOCIAL_INSURANCE, ADULT_EDUCATION, DISABILITY_SUPPORT -> false;
        };
    }
}
