package se.samplan.command;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import se.samplan.event.StoredEvent;
import se.samplan.refusal.Reason;

/** What somebody wants done. */
public interface Command {

    /** The stream that decides it. */
    @TargetAggregateIdentifier
    UUID stream();

    /** The family of the events in its stream; a stream of another family is as not there. */
    Class<? extends StoredEvent> family();

    /** Whether its stream is read before it is handled. */
    default boolean readsItsStream() {
        return true;
    }

    /** Why it is refused if its stream has no events; absent if it may start one. */
    default @Nullable Reason whereUnknown() {
        return null;
    }

    /** What it needs to know beside its streams. */
    default Collection<Fact<?>> needs(CommandOrigin origin) {
        return List.of();
    }

    /** Whether it only lets time pass: its events are nobody's act, whoever sends it. */
    default boolean isOfTheClock() {
        return false;
    }

    /** The entry that it creates or updates. */
    UUID entry();

    /** When it took effect in the world: in the past or now. */
    EffectiveAt effectiveAt();
}
