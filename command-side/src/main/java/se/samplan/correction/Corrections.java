package se.samplan.correction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.Capability;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.Deadline;
import se.samplan.casework.EnteredInError;
import se.samplan.casework.KnowledgeAt;
import se.samplan.casework.LaneId;
import se.samplan.casework.OpenEntry;
import se.samplan.casework.Sealed;
import se.samplan.clearance.Clearances;
import se.samplan.collision.CollisionChecks;
import se.samplan.collision.Collisions;
import se.samplan.collision.Resolution;
import se.samplan.plan.Activities;
import se.samplan.plan.ActivityId;
import se.samplan.policy.Policies;
import se.samplan.refusal.Rejected;

/** Corrections of the lanes' own entries: mistakes are corrected by an event, never by a rewrite (C19). */
public final class Corrections implements Capability {

    private final Map<UUID, Instant> since = new HashMap<>();
    private final Map<UUID, List<UUID>> dependents = new HashMap<>();
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
        unless(isOwn(command.entry(), command.lane(), capabilities.get()), CorrectionRefusal.UNKNOWN_ENTRY);
        var at = notBefore(command.entry(), command);
        var resting = restingOn(command.entry(), command.lane());
        if (!resting.isEmpty() && command.dependents() == null) {
            throw new Rejected(CorrectionRefusal.ENTRIES_REST_ON_IT, Map.of("entries", resting));
        }
        if (command.dependents() == Dependents.TAKE_ALONG) {
            resting.forEach(entry -> mark(entry, command, null, notBefore(entry, command), policies));
        }
        mark(command.entry(), command, command.explanation(), at, policies);
    }

    private Instant notBefore(UUID entry, MarkEnteredInError command) {
        return command.effectiveAt().notBefore(since.getOrDefault(entry, Instant.MIN));
    }

    /** The lane's entries that rest on one of them, those that rest on others first. */
    private List<UUID> restingOn(UUID entry, LaneId lane) {
        return dependents.getOrDefault(entry, List.of()).stream()
                .filter(dependent -> isOwn(dependent, lane, capabilities.get()))
                .flatMap(dependent -> Stream.concat(restingOn(dependent, lane).stream(), Stream.of(dependent)))
                .distinct()
                .toList();
    }

    private static boolean isOwn(UUID entry, LaneId lane, List<Capability> capabilities) {
        return capabilities.stream().anyMatch(capability -> capability.isOwn(entry, lane));
    }

    private void mark(
            UUID entry, MarkEnteredInError command, @Nullable Sealed explanation, Instant at, Policies policies) {
        var lane = command.lane();
        var isActivity = activities.isOwn(entry, lane);
        var cleared = clearances.activityOf(entry);
        apply(new EnteredInError(entry, lane, command.reason(), explanation, at));
        collisions.resolveAllOf(new ActivityId(entry), Resolution.ENTERED_IN_ERROR, at);
        if (isActivity) {
            checks.settleOverfull(lane, activities.goingOn(), policies, Resolution.ENTERED_IN_ERROR, at);
        }
        clearances.withdrawAllOf(new ActivityId(entry), at);
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
        if (since.putIfAbsent(event.entry(), event.effectiveAt()) == null) {
            event.restsOn().forEach(cause -> dependents
                    .computeIfAbsent(cause, none -> new ArrayList<>())
                    .add(event.entry()));
        }
    }
}
