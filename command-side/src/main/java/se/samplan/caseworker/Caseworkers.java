package se.samplan.caseworker;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import se.samplan.access.Actor;
import se.samplan.casework.Capability;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.caseworker.CaseworkerEvent.ResponsibilityEnded;
import se.samplan.command.CommandMetadata;
import se.samplan.organisation.StaffId;
import se.samplan.refusal.Rejected;
import se.samplan.staff.IsColleague;

/** Who is responsible for each lane; agency cases depend on a caseworker's signature [GR] (C5). */
public final class Caseworkers implements Capability {

    private record Tenure(AssignmentId assignmentId, StaffId caseworker, Instant since, boolean ended) {

        Tenure over() {
            return new Tenure(assignmentId, caseworker, since, true);
        }
    }

    private final Map<LaneId, List<Tenure>> turns = new HashMap<>();

    @CommandHandler
    void decide(
            AssignCaseworker command,
            @MetaDataValue(CommandMetadata.ACTOR) Actor actor,
            @MetaDataValue(IsColleague.KEY) Boolean isColleague) {
        unless(isColleague, CaseworkerRefusal.UNKNOWN_CASEWORKER);
        var caseworker = Objects.requireNonNullElse(command.caseworker(), actor.staffId());
        var now = responsible(command.lane());
        if (now != null) {
            when(now.caseworker.equals(caseworker), CaseworkerRefusal.ALREADY_RESPONSIBLE);
        }
        var at = now == null
                ? command.effectiveAt().withoutCause()
                : command.effectiveAt().notBefore(now.since);
        apply(new CaseworkerAssigned(command.assignmentId(), command.lane(), caseworker, at));
    }

    @CommandHandler
    void decide(HandOverCase command, @MetaDataValue(IsColleague.KEY) Boolean isColleague) {
        var now = responsible(command.lane());
        if (now == null) {
            throw new Rejected(CaseworkerRefusal.NOBODY_RESPONSIBLE);
        }
        unless(isColleague, CaseworkerRefusal.UNKNOWN_CASEWORKER);
        when(now.caseworker.equals(command.to()), CaseworkerRefusal.ALREADY_RESPONSIBLE);
        var at = command.effectiveAt().notBefore(now.since);
        apply(new CaseHandedOver(
                command.assignmentId(), command.lane(), now.caseworker, command.to(), command.note(), at));
    }

    @CommandHandler
    void decide(EndResponsibility command) {
        unless(isOwn(command.entry(), command.lane()), CaseworkerRefusal.UNKNOWN_ASSIGNMENT);
        var now = responsible(command.lane());
        if (now == null || !now.assignmentId.equals(command.assignmentId())) {
            throw new Rejected(CaseworkerRefusal.NOT_RESPONSIBLE);
        }
        apply(new ResponsibilityEnded(
                command.assignmentId(), command.lane(), command.effectiveAt().notBefore(now.since)));
    }

    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        return turnsOf(lane).stream().anyMatch(turn -> turn.assignmentId.value().equals(entry));
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
    void evolve(CaseworkerEvent event) {
        var ofLane = turns.computeIfAbsent(event.lane(), lane -> new ArrayList<>());
        switch (event) {
            case CaseworkerAssigned e ->
                ofLane.add(new Tenure(e.assignmentId(), e.caseworker(), e.effectiveAt(), false));
            case CaseHandedOver e -> ofLane.add(new Tenure(e.assignmentId(), e.to(), e.effectiveAt(), false));
            case ResponsibilityEnded e ->
                ofLane.replaceAll(turn -> turn.assignmentId.equals(e.assignmentId()) ? turn.over() : turn);
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        turns.values()
                .forEach(ofLane ->
                        ofLane.removeIf(turn -> turn.assignmentId.value().equals(event.entry())));
    }

    /** The last caseworker who took over, ignoring assignments made in error; nobody once that has ended. */
    private @Nullable Tenure responsible(LaneId lane) {
        var all = turnsOf(lane);
        return all.isEmpty() || all.getLast().ended ? null : all.getLast();
    }

    private List<Tenure> turnsOf(LaneId lane) {
        return turns.getOrDefault(lane, List.of());
    }
}
