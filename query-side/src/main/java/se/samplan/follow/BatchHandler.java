package se.samplan.follow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import se.samplan.document.CaseChunks;
import se.samplan.rebuild.BuildWriter;
import se.samplan.store.RecordedEvent;

/** Collects the events of a batch by case, and hands them over once, before the batch's token is committed. */
public final class BatchHandler implements EventMessageHandler {

    /** How many events are taken at once. */
    public static final int BATCH = 200;

    private static final String NEWS = BatchHandler.class.getName();

    private final Consumer<Batch> batches;
    private final Runnable committed;
    private final Runnable failed;

    public BatchHandler(Consumer<Batch> batches, Runnable committed, Runnable failed) {
        this.batches = batches;
        this.committed = committed;
        this.failed = failed;
    }

    /** The events of one batch. */
    public static final class Batch {

        private final Map<UUID, List<RecordedEvent>> byCase = new LinkedHashMap<>();
        private int events;
        private @Nullable RecordedEvent last;

        public void add(RecordedEvent event) {
            events++;
            last = event;
            if (CaseChunks.isCase(event)) {
                byCase.computeIfAbsent(event.stream(), stream -> new ArrayList<>())
                        .add(event);
            }
        }

        public Map<UUID, List<RecordedEvent>> byCase() {
            return byCase;
        }

        /** Whether there was no room for more, which may be there. */
        public boolean isFull() {
            return events >= BATCH;
        }

        /** The index of its last event. */
        public long last() {
            return lastEvent().globalIndex();
        }

        RecordedEvent lastEvent() {
            return Objects.requireNonNull(last, "a batch without events");
        }
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        var event = RecordedEvent.of((TrackedEventMessage<?>) message);
        var unit = CurrentUnitOfWork.get();
        Batch batch = unit.getOrComputeResource(NEWS, name -> {
            var fresh = new Batch();
            unit.onPrepareCommit(work -> batches.accept(fresh));
            unit.afterCommit(work -> committed.run());
            unit.onRollback(work -> failed.run());
            return fresh;
        });
        batch.add(event);
        return null;
    }

    /** Views are built anew by {@link BuildWriter}, never by replaying to the follower. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
