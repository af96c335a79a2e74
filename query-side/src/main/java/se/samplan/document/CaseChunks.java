package se.samplan.document;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/** Reads the streams of all cases in chunks, so that memory use does not depend on the number of cases. */
public final class CaseChunks {

    private static final int EVENTS_AT_ONCE = 2000;

    private final Consumer<Chunk> consumer;
    private final List<RecordedEvent> stream = new ArrayList<>();
    private final List<List<RecordedEvent>> cases = new ArrayList<>();
    private @Nullable UUID last;
    private long events;

    /**
     * A chunk of cases.
     *
     * @param cases the events of each, in order
     * @param last the last stream read, whether of a case or not
     * @param events how many events were read, whether of cases or not
     */
    public record Chunk(List<List<RecordedEvent>> cases, UUID last, long events) {

        public static UUID caseOf(List<RecordedEvent> stream) {
            return stream.getFirst().stream();
        }
    }

    private CaseChunks(Consumer<Chunk> consumer) {
        this.consumer = consumer;
    }

    /** Passes on all cases up to the bound, starting after this stream. */
    public static void read(EventReader reader, @Nullable UUID after, long bound, Consumer<Chunk> consumer) {
        var chunks = new CaseChunks(consumer);
        reader.byStream(after, bound, chunks::take);
        chunks.finishStream();
        chunks.finish();
    }

    private void take(RecordedEvent event) {
        if (!stream.isEmpty() && !stream.getFirst().stream().equals(event.stream())) {
            finishStream();
            if (events >= EVENTS_AT_ONCE) {
                finish();
            }
        }
        stream.add(event);
        events++;
    }

    private void finishStream() {
        if (!stream.isEmpty()) {
            last = stream.getFirst().stream();
            if (isCase(stream.getFirst())) {
                cases.add(List.copyOf(stream));
            }
            stream.clear();
        }
    }

    private void finish() {
        if (last != null) {
            consumer.accept(new Chunk(List.copyOf(cases), last, events));
            cases.clear();
            last = null;
            events = 0;
        }
    }

    /** Counts unreadable events as a case's: the case is then parked rather than lost. */
    public static boolean isCase(RecordedEvent event) {
        return !event.readable() || event.event() instanceof CaseEvent;
    }
}
