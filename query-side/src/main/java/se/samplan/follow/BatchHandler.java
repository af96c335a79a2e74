package se.samplan.follow;

import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import se.samplan.document.EventBatch;
import se.samplan.store.RecordedEvent;

/** Collects the events of an Axon batch and passes them on once, before the batch's token is committed. */
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

    /** False: rebuilds write to a new build, never into the one that serves readers. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
