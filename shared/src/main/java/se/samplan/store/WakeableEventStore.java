package se.samplan.store;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's event store, whose readers can also be woken for what another process appended. */
final class WakeableEventStore extends EmbeddedEventStore {

    /** How long an event of another process waits at most for its readers when it could not wake them. */
    private static final long POLL_MILLIS = 1000;

    WakeableEventStore(EventStorageEngine engine) {
        super(builder().storageEngine(engine).fetchDelay(POLL_MILLIS).timeUnit(TimeUnit.MILLISECONDS));
    }

    void wake() {
        afterCommit(List.of());
    }
}
