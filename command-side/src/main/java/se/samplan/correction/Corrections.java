package se.samplan.correction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.CaseRefusal;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.LaneId;
import se.samplan.clearance.Clearances;
import se.samplan.collision.Collisions;
import se.samplan.collision.Resolution;
import se.samplan.plan.Activities;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;

/** Corrections of the lanes' own entries: mistakes are corrected by an event, never by a rewrite (C19). */
public class Corrections {

    /** Tells whether an entry of one capability is a lane's own. */
    @FunctionalInterface
    public interface Owned {

        boolean isOwn(UUID entry, LaneId lane);
    }

    private final Map<UUID, Instant> since = new HashMap<>();
    private final List<Owned> capabilities;
    private final Collisions collisions;
    private final Activities activities;
    private final Clearances clearances;

    public Corrections(Collisions collisions, Activities activities, Clearances clearances, Owned... capabilities) {
        this.collisions = collisions;
        this.activities = activities;
        this.clearances = clearances;
        this.capabilities = List.of(capabilities);
    }

    @CommandHandler
    void decide(MarkEnteredInError command, Policies policies) {
        unless(
                capabilities.stream().anyMatch(owned -> owned.isOwn(command.entry(), command.lane())),
                CorrectionRefusal.UNKNOWN_ENTRY);
        when(
                command.effectiveAt().isBefore(since.getOrDefault(command.entry(), Instant.MIN)),
                CaseRefusal.BEFORE_ITS_CAUSE);
        var isActivity = activities.isOwn(command.entry(), command.lane());
        var cleared = clearances.activityOf(command.entry());
        apply(new EnteredInError(
                command.entry(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
        collisions.resolveAllOf(new ActivityId(command.entry()), Resolution.ENTERED_IN_ERROR, command.effectiveAt());
        if (isActivity) {
            activities.settleOverfull(command.lane(), Resolution.ENTERED_IN_ERROR, command.effectiveAt(), policies);
        }
        clearances.withdrawAllOf(new ActivityId(command.entry()), command.effectiveAt());
        cleared.ifPresent(activity -> activities.recheck(activity, command.effectiveAt(), policies));
    }

    @EventSourcingHandler
    void evolve(CaseEvent event) {
        since.putIfAbsent(event.entry(), event.effectiveAt());
    }
}
