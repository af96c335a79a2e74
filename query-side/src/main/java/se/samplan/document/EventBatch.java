package se.samplan.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.store.RecordedEvent;

/** The events of one batch, grouped by case. */
public final class EventBatch {

    /** How many events a processor takes at once. */
    public static final int SIZE = 200;

    private final Map<UUID, List<RecordedEvent>> byCase = new LinkedHashMap<>();
    private int events;
    private @Nullable RecordedEvent last;

    public void add(RecordedEvent event) {
        events++;
        last = event;
        if (CaseChunks.isCase(event)) {
            byCase.computeIfAbsent(event.stream(), stream -> new ArrayList<>()).add(event);
        }
    }

    public Map<UUID, List<RecordedEvent>> byCase() {
        return byCase;
    }

    /** Whether the batch is full, so that more events may be waiting. */
    boolean isFull() {
        return events >= SIZE;
    }

    public RecordedEvent last() {
        return Objects.requireNonNull(last, "a batch without events");
    }
}
