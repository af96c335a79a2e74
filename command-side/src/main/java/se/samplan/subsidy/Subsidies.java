package se.samplan.subsidy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateMember;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.Capability;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.InformationKind;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.command.CommandMetadata;
import se.samplan.consent.Grounds;
import se.samplan.refusal.Rejected;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;
import se.samplan.subsidy.SubsidyRequest.State;

/** The requests for wage subsidies: the agency decides before the employer's window closes, or it lapses [GR] (C11). */
@SuppressWarnings("UnusedVariable") // Axon reads the members by reflection
public final class Subsidies implements Capability {

    private final Map<SubsidyRequestId, SubsidyRequest> requests = new LinkedHashMap<>();
    private final Grounds grounds;

    @AggregateMember
    private final SubsidyDecisions decisions = new SubsidyDecisions(this);

    public Subsidies(Grounds grounds) {
        this.grounds = grounds;
    }

    @CommandHandler
    void decide(RequestSubsidyDecision command, Clock clock) {
        var at = command.effectiveAt().withoutCause();
        when(command.windowClosesOn().isBefore(SwedishDays.of(at)), SubsidyRefusal.WINDOW_CLOSES_BEFORE_REQUEST);
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
                at));
    }

    @CommandHandler
    void decide(WithdrawSubsidyRequest command) {
        var request = involved(command.subsidyRequestId(), command.lane());
        unless(request.requested().lane().equals(command.lane()), CaseRefusal.NOT_YOURS);
        var at = request.decidableAt(command.effectiveAt());
        apply(new SubsidyRequestWithdrawn(command.subsidyRequestId(), command.lane(), command.explanation(), at));
    }

    @Override
    public Stream<Deadline> due() {
        return requests.values().stream().filter(SubsidyRequest::isOpen).map(SubsidyRequest::deadline);
    }

    @Override
    public Stream<OpenEntry> open() {
        return requests.values().stream().filter(SubsidyRequest::isOpen).map(SubsidyRequest::openEntry);
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        var request = requests.get(new SubsidyRequestId(entry));
        return request != null && request.requested().lane().equals(lane);
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        var request = requests.get(new SubsidyRequestId(entry));
        return request == null ? Map.of() : Map.of("state", request.state());
    }

    @EventSourcingHandler
    void evolve(SubsidyEvent event, MetaData metadata) {
        switch (event) {
            case SubsidyDecisionRequested e -> requests.put(e.subsidyRequestId(), SubsidyRequest.of(e));
            case SubsidyApprovalProposed e ->
                change(e, request -> request.proposed(e, (String) metadata.get(CommandMetadata.ACTOR_ID)));
            case SubsidyApproved e -> change(e, request -> request.in(State.APPROVED));
            case SubsidyRefused e -> change(e, request -> request.in(State.REFUSED));
            case SubsidyRequestWithdrawn e -> change(e, request -> request.in(State.WITHDRAWN));
            case SubsidyWindowLapsed e -> change(e, SubsidyRequest::windowClosed);
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        requests.remove(new SubsidyRequestId(event.entry()));
    }

    private void change(SubsidyEvent event, UnaryOperator<SubsidyRequest> change) {
        requests.computeIfPresent(event.subsidyRequestId(), (id, request) -> change.apply(request));
    }

    /** A request that the lane made or is to answer. */
    SubsidyRequest involved(SubsidyRequestId id, LaneId lane) {
        var request = requests.get(id);
        if (request == null || !request.concerns(lane)) {
            throw new Rejected(SubsidyRefusal.UNKNOWN_SUBSIDY_REQUEST);
        }
        return request;
    }
}
