package se.samplan.correction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import se.samplan.casework.Capability;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.clearance.Clearances;
import se.samplan.collision.CollisionChecks;
import se.samplan.collision.Collisions;
import se.samplan.collision.Resolution;
import se.samplan.plan.Activities;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;

/** Corrections of the lanes' own entries: mistakes are corrected by an event, never by a rewrite (C19). */
public final class Corrections implements Capability {

    private final Map<UUID, Instant> since = new HashMap<>();
    private final Supplier<List<Capability>> capabilities;
    private final Collisions collisions;
    private final CollisionChecks checks;
    private final Activities activities;
    private final Clearances clearances;

    /**
     * Corrects entries of all these capabilities; collisions, activities and clearances handle some of the
     * consequences.
     */
    public Corrections(
            Collisions collisions,
            CollisionChecks checks,
            Activities activities,
            Clearances clearances,
            Supplier<List<Capability>> capabilities) {
        this.collisions = collisions;
        this.activities = activities;
        this.clearances = clearances;
        this.checks = checks;
        this.capabilities = capabilities;
    }

    @CommandHandler
    void decide(MarkEnteredInError command, Policies policies) {
        unless(
                capabilities.get().stream().anyMatch(capability -> capability.isOwn(command.entry(), command.lane())),
                CorrectionRefusal.UNKNOWN_ENTRY);
        var at = command.effectiveAt().notBefore(since.getOrDefault(command.entry(), Instant.MIN));
        var isActivity = activities.isOwn(command.entry(), command.lane());
        var cleared = clearances.activityOf(command.entry());
        apply(new EnteredInError(command.entry(), command.lane(), command.reason(), command.explanation(), at));
        collisions.resolveAllOf(new ActivityId(command.entry()), Resolution.ENTERED_IN_ERROR, at);
        if (isActivity) {
            checks.settleOverfull(command.lane(), activities.goingOn(), policies, Resolution.ENTERED_IN_ERROR, at);
        }
        clearances.withdrawAllOf(new ActivityId(command.entry()), at);
        cleared.ifPresent(activity -> activities.recheck(activity, at, policies));
    }

    /** A correction cannot be corrected; the entry that it marks belongs to another capability. */
    @Override
    public boolean isOwn(UUID entry, LaneId lane) {
        return false;
    }

    @Override
    public Stream<OpenEntry> open() {
        return Stream.empty();
    }

    @Override
    public Stream<Deadline> due() {
        return Stream.empty();
    }

    @Override
    public Map<String, Object> responseFields(UUID entry, KnowledgeAt reader) {
        return Map.of();
    }

    @EventSourcingHandler
    void evolve(CaseEvent event) {
        since.putIfAbsent(event.entry(), event.effectiveAt());
    }
}
