package se.samplan.correction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static se.samplan.refusal.Rejected.unless;

import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import se.samplan.collision.Collisions;
import se.samplan.collision.Resolution;
import se.samplan.coordination.LaneId;
import se.samplan.plan.ActivityId;

/** Corrections of the lanes' own entries: mistakes are corrected by an event, never by a rewrite (C19). */
public class Corrections {

    /** Tells whether an entry of one capability is a lane's own. */
    @FunctionalInterface
    public interface Owned {

        boolean isOwn(UUID entry, LaneId lane);
    }

    private final List<Owned> capabilities;
    private final Collisions collisions;

    public Corrections(Collisions collisions, Owned... capabilities) {
        this.collisions = collisions;
        this.capabilities = List.of(capabilities);
    }

    @CommandHandler
    void decide(MarkEnteredInError command) {
        unless(
                capabilities.stream().anyMatch(owned -> owned.isOwn(command.entry(), command.lane())),
                CorrectionRefusal.UNKNOWN_ENTRY);
        apply(new EnteredInError(
                command.entry(), command.lane(), command.reason(), command.explanation(), command.effectiveAt()));
        collisions.resolveAllOf(new ActivityId(command.entry()), Resolution.ENTERED_IN_ERROR, command.effectiveAt());
    }
}
