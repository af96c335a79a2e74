package se.samplan.store;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event bus over the store. Not its {@code EmbeddedEventStore}, whose streams cannot notify a pooled processor
 * of new events, so that it would poll every half second.
 */
final class SamplanEventStore extends AbstractEventStore {

    private final AppendSignal appendSignal;

    private SamplanEventStore(Builder builder, AppendSignal appendSignal) {
        super(builder);
        this.appendSignal = appendSignal;
    }

    static SamplanEventStore over(EventStorageEngine engine, AppendSignal appendSignal) {
        var builder = new Builder();
        builder.storageEngine(engine);
        return new SamplanEventStore(builder, appendSignal);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new TailingStream(storageEngine().readEvents(token, false).iterator(), appendSignal);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        appendSignal.signal();
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
