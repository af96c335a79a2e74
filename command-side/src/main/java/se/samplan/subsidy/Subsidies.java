package se.samplan.subsidy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Audience;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.EntryKind;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.CommandMetadata;
import se.samplan.consent.Grounds;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.StaffId;
import se.samplan.policy.Policies;
import se.samplan.policy.PolicyKind;
import se.samplan.refusal.Rejected;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;

/** The requests for wage subsidies: the agency decides before the employer's window closes, or it lapses [GR] (C11). */
public class Subsidies {

    private enum State {
        REQUESTED,
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    private record Request(
            SubsidyDecisionRequested requested,
            State state,
            boolean lapsed,
            @Nullable SubsidyApprovalProposed proposal,
            @Nullable String proposedBy) {

        /** A decision in time wins over the lapse, whichever was recorded first. */
        boolean isDecided() {
            return state == State.APPROVED || state == State.REFUSED || state == State.WITHDRAWN;
        }

        Request in(State next) {
            return new Request(requested, next, lapsed, proposal, proposedBy);
        }

        Instant due() {
            return SwedishDays.endOf(requested.windowClosesOn());
        }
    }

    private final Map<SubsidyRequestId, Request> requests = new LinkedHashMap<>();
    private final Grounds grounds;

    public Subsidies(Grounds grounds) {
        this.grounds = grounds;
    }

    @CommandHandler
    void decide(RequestSubsidyDecision command, Clock clock) {
        when(
                command.windowClosesOn().isBefore(SwedishDays.of(command.effectiveAt())),
                SubsidyRefusal.WINDOW_CLOSES_BEFORE_REQUEST);
        grounds.requireFor(
                command.lane(), LaneId.AGENCY, InformationKind.SUBSIDY, command.effectiveAt(), clock.instant());
        apply(new SubsidyDecisionRequested(
                command.subsidyRequestId(),
                command.lane(),
                LaneId.AGENCY,
                command.scheme(),
                command.employer(),
                command.position(),
                command.extentPercent(),
                command.wantedStart(),
                command.windowClosesOn(),
                command.effectiveAt()));
    }

    @CommandHandler
    void decide(
            ApproveSubsidy command,
            @MetaDataValue(CommandMetadata.CALLER) Actor actor,
            @MetaDataValue(CommandMetadata.OWN_APPOINTMENTS) Set<StaffId> ownAppointments,
            Policies policies) {
        var request = decidable(command.subsidyRequestId(), command.lane(), command.effectiveAt(), actor);
        when(command.to().isBefore(command.from()), SubsidyRefusal.PERIOD_ENDS_BEFORE_IT_BEGINS);
        var policy = policies.inForce(
                PolicyKind.SUBSIDY_DECISION, actor.organisation(), SwedishDays.of(command.effectiveAt()));
        var ofScheme = "secondPerson." + request.requested.scheme();
        var needsSecond = policy.isSet(policy.values().containsKey(ofScheme) ? ofScheme : "secondPerson");
        var proposal = request.proposal;
        if (needsSecond && proposal == null) {
            apply(
                    new SubsidyApprovalProposed(
                            command.subsidyRequestId(),
                            command.lane(),
                            command.levelPercent(),
                            command.from(),
                            command.to(),
                            command.effectiveAt()),
                    policy.used());
            return;
        }
        if (proposal != null) {
            when(isBy(ownAppointments, request.proposedBy), SubsidyRefusal.SECOND_PERSON_NEEDED);
            when(command.effectiveAt().isBefore(proposal.effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
            unless(
                    command.levelPercent() == proposal.levelPercent()
                            && command.from().equals(proposal.from())
                            && command.to().equals(proposal.to()),
                    SubsidyRefusal.NOT_AS_PROPOSED);
        }
        apply(
                new SubsidyApproved(
                        command.subsidyRequestId(),
                        command.lane(),
                        command.levelPercent(),
                        command.from(),
                        command.to(),
                        command.effectiveAt()),
                policy.used());
    }

    @CommandHandler
    void decide(RefuseSubsidy command, @MetaDataValue(CommandMetadata.CALLER) Actor actor) {
        decidable(command.subsidyRequestId(), command.lane(), command.effectiveAt(), actor);
        apply(new SubsidyRefused(
                command.subsidyRequestId(),
                command.lane(),
                command.reason(),
                command.explanation(),
                command.effectiveAt()));
    }

    @CommandHandler
    void decide(WithdrawSubsidyRequest command) {
        var request = known(command.subsidyRequestId(), command.lane());
        unless(request.requested.lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        requireOpen(request, command.effectiveAt());
        apply(new SubsidyRequestWithdrawn(
                command.subsidyRequestId(), command.lane(), command.explanation(), command.effectiveAt()));
    }

    /** What is due, each with the event that says it lapsed. */
    public Stream<Deadline> due() {
        return requests.values().stream()
                .filter(request -> !request.isDecided() && !request.lapsed)
                .map(request -> new Deadline(
                        request.due(),
                        new SubsidyWindowLapsed(
                                request.requested.subsidyRequestId(), request.requested.lane(), request.due())));
    }

    public Stream<OpenEntry> open() {
        return requests.values().stream()
                .filter(request -> !request.isDecided() && !request.lapsed)
                .map(request -> new OpenEntry(
                        request.requested.entry(),
                        EntryKind.SUBSIDY_REQUEST,
                        request.requested.lane(),
                        Audience.of(request.requested)));
    }

    public boolean isOwn(UUID entry, LaneId lane) {
        var request = requests.get(new SubsidyRequestId(entry));
        return request != null && request.requested.lane().equals(lane);
    }

    /** What the answer to a command tells of a request. */
    public Map<String, Object> responseFields(UUID entry) {
        var request = requests.get(new SubsidyRequestId(entry));
        return request == null ? Map.of() : Map.of("state", request.state);
    }

    @EventSourcingHandler
    void evolve(SubsidyEvent event, MetaData metadata) {
        switch (event) {
            case SubsidyDecisionRequested e ->
                requests.put(e.subsidyRequestId(), new Request(e, State.REQUESTED, false, null, null));
            case SubsidyApprovalProposed e ->
                requests.computeIfPresent(
                        e.subsidyRequestId(),
                        (id, r) -> new Request(r.requested, State.PROPOSED, r.lapsed, e, (String)
                                metadata.get(CommandMetadata.ACTOR)));
            case SubsidyApproved e -> settle(e, State.APPROVED);
            case SubsidyRefused e -> settle(e, State.REFUSED);
            case SubsidyRequestWithdrawn e -> settle(e, State.WITHDRAWN);
            case SubsidyWindowLapsed e ->
                requests.computeIfPresent(
                        e.subsidyRequestId(),
                        (id, r) -> new Request(r.requested, r.state, true, r.proposal, r.proposedBy));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        requests.remove(new SubsidyRequestId(event.entry()));
    }

    private void settle(SubsidyEvent event, State state) {
        requests.computeIfPresent(event.subsidyRequestId(), (id, request) -> request.in(state));
    }

    private Request decidable(SubsidyRequestId id, LaneId lane, Instant at, Actor actor) {
        var request = known(id, lane);
        unless(request.requested.to().equals(lane), CaseRefusal.NOT_YOURS);
        unless(actor.has(Mandate.SUBSIDY_DECISION), SubsidyRefusal.NO_MANDATE);
        requireOpen(request, at);
        return request;
    }

    private static void requireOpen(Request request, Instant at) {
        when(request.isDecided(), SubsidyRefusal.SUBSIDY_DECIDED);
        when(at.isBefore(request.requested.effectiveAt()), CaseRefusal.BEFORE_ITS_CAUSE);
        unless(at.isBefore(request.due()), SubsidyRefusal.WINDOW_CLOSED);
    }

    /** One person may have several appointments. */
    private static boolean isBy(Set<StaffId> appointments, @Nullable String proposedBy) {
        return appointments.stream().anyMatch(each -> each.toString().equals(proposedBy));
    }

    private Request known(SubsidyRequestId id, LaneId lane) {
        var request = requests.get(id);
        if (request == null
                || !(request.requested.lane().equals(lane)
                        || request.requested.to().equals(lane))) {
            throw new Rejected(SubsidyRefusal.UNKNOWN_SUBSIDY_REQUEST);
        }
        return request;
    }
}
