package se.samplan.caseworker;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import se.samplan.caseworker.CaseworkerEvent.CaseHandedOver;
import se.samplan.caseworker.CaseworkerEvent.CaseworkerAssigned;
import se.samplan.command.Keys;
import se.samplan.coordination.CaseRefusal;
import se.samplan.coordination.LaneId;
import se.samplan.correction.EnteredInError;
import se.samplan.http.Caller;
import se.samplan.refusal.Rejected;
import se.samplan.staff.StaffId;

/** Who answers for each lane; agency cases hang on a caseworker's signature [GR] (C5). */
public class Caseworkers {

    private record Responsible(AssignmentId assignmentId, StaffId caseworker, Instant since) {}

    private final Map<LaneId, Responsible> responsible = new HashMap<>();

    @CommandHandler
    void decide(
            AssignCaseworker command,
            @MetaDataValue(Keys.CALLER) Caller caller,
            @MetaDataValue(Keys.IS_COLLEAGUE) Boolean isColleague) {
        unless(isColleague, CaseworkerRefusal.UNKNOWN_CASEWORKER);
        var caseworker = Objects.requireNonNullElse(command.caseworker(), caller.staffId());
        var now = responsible.get(command.lane());
        if (now != null) {
            when(now.caseworker.equals(caseworker), CaseworkerRefusal.ALREADY_RESPONSIBLE);
            when(command.effectiveAt().isBefore(now.since), CaseRefusal.BEFORE_ITS_CAUSE);
        }
        apply(new CaseworkerAssigned(command.assignmentId(), command.lane(), caseworker, command.effectiveAt()));
    }

    @CommandHandler
    void decide(HandOverCase command, @MetaDataValue(Keys.IS_COLLEAGUE) Boolean isColleague) {
        var now = responsible.get(command.lane());
        if (now == null) {
            throw new Rejected(CaseworkerRefusal.NOBODY_RESPONSIBLE);
        }
        unless(isColleague, CaseworkerRefusal.UNKNOWN_CASEWORKER);
        when(now.caseworker.equals(command.to()), CaseworkerRefusal.ALREADY_RESPONSIBLE);
        when(command.effectiveAt().isBefore(now.since), CaseRefusal.BEFORE_ITS_CAUSE);
        apply(new CaseHandedOver(
                command.assignmentId(),
                command.lane(),
                now.caseworker,
                command.to(),
                command.note(),
                command.effectiveAt()));
    }

    public boolean isOwn(UUID entry, LaneId lane) {
        var now = responsible.get(lane);
        return now != null && now.assignmentId.value().equals(entry);
    }

    @EventSourcingHandler
    void evolve(CaseworkerEvent event) {
        switch (event) {
            case CaseworkerAssigned e ->
                responsible.put(e.lane(), new Responsible(e.assignmentId(), e.caseworker(), e.effectiveAt()));
            case CaseHandedOver e ->
                responsible.put(e.lane(), new Responsible(e.assignmentId(), e.to(), e.effectiveAt()));
        }
    }

    @EventSourcingHandler
    void evolve(EnteredInError event) {
        responsible.values().removeIf(now -> now.assignmentId.value().equals(event.entry()));
    }
}
