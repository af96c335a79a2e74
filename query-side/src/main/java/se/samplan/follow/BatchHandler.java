package se.samplan.follow;

import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import se.samplan.document.EventBatch;
import se.samplan.store.RecordedEvent;

/** Collects the events of an Axon batch and hands them over once, before the batch's token is committed. */
public final class BatchHandler implements EventMessageHandler {

    private static final String BATCH = BatchHandler.class.getName();

    private final Consumer<EventBatch> batches;
    private final Runnable committed;
    private final Runnable failed;

    public BatchHandler(Consumer<EventBatch> batches, Runnable committed, Runnable failed) {
        this.batches = batches;
        this.committed = committed;
        this.failed = failed;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        var event = RecordedEvent.of((TrackedEventMessage<?>) message);
        var unit = CurrentUnitOfWork.get();
        EventBatch batch = unit.getOrComputeResource(BATCH, name -> {
            var fresh = new EventBatch();
            unit.onPrepareCommit(work -> batches.accept(fresh));
            unit.afterCommit(work -> committed.run());
            unit.onRollback(work -> failed.run());
            return fresh;
        });
        batch.add(event);
        return null;
    }

    /** Views are rebuilt beside those that serve, never by replaying into them. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
