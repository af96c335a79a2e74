package se.samplan.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads events outside Axon: in global order up to the high-water mark, by stream, or one stream. */
public final class EventReader {

    private final EventRows rows;
    private final EventCodec codec;

    EventReader(EventRows rows, EventCodec codec) {
        this.rows = rows;
        this.codec = codec;
    }

    /** The index up to which all events are committed, and no other can appear. */
    public long highWaterMark() {
        return rows.highWaterMark();
    }

    /**
     * The next events after this index, at most {@code limit}, up to the high-water mark; none if there are no more
     * yet.
     */
    public List<RecordedEvent> after(long index, int limit) {
        return rows.after(index, limit).stream().map(row -> row.recorded(codec)).toList();
    }

    /**
     * The event at this index, or the last before it; none if there is no event so far.
     *
     * @param index at most an earlier answer of {@link #highWaterMark()}
     */
    public Optional<RecordedEvent> lastUpTo(long index) {
        return rows.lastUpTo(index).map(row -> row.recorded(codec));
    }

    /** All committed events of a stream, in order. */
    public List<RecordedEvent> ofStream(UUID stream) {
        var events = new ArrayList<RecordedEvent>();
        List<EventRow> batch;
        do {
            batch = rows.ofStream(stream, events.size());
            batch.forEach(row -> events.add(row.recorded(codec)));
        } while (batch.size() == EventRow.BATCH);
        return events;
    }

    /** All committed events of these streams, in order; nothing of those that have none. */
    public Map<UUID, List<RecordedEvent>> ofStreams(Collection<UUID> streams) {
        var events = new LinkedHashMap<UUID, List<RecordedEvent>>();
        for (var row : rows.ofStreams(streams)) {
            events.computeIfAbsent(row.stream(), stream -> new ArrayList<>()).add(row.recorded(codec));
        }
        return events;
    }

    /**
     * Passes all events up to the bound to the consumer, stream by stream and in order, in constant memory and reading
     * ahead. The streams come in the database's order of uuid, which is not Java's.
     *
     * @param bound an earlier answer of {@link #highWaterMark()}
     */
    public void byStream(long bound, Consumer<RecordedEvent> consumer) {
        byStream(null, bound, consumer);
    }

    /** As {@link #byStream(long, Consumer)}, from the stream after this one, for a rebuild that is resumed. */
    public void byStream(@Nullable UUID after, long bound, Consumer<RecordedEvent> consumer) {
        ReadAhead.<EventRow, RecordedEvent>read(
                row -> rows.byStream(after, bound, row), row -> row.recorded(codec), consumer);
    }

    /**
     * Passes the events after the index and up to the bound that the current transaction sees to the consumer, in
     * global order and constant memory. Unless the bound is an earlier answer of {@link #highWaterMark()}, they are
     * those of one snapshot: do not continue after the last of them.
     *
     * @throws IllegalStateException if there is no transaction of the reading data source
     */
    public void inOrder(long after, long bound, Consumer<RecordedEvent> consumer) {
        rows.inOrder(after, bound, row -> consumer.accept(row.recorded(codec)));
    }

    /** Those of these streams that have events. */
    public Set<UUID> streamsAmong(Collection<UUID> streams) {
        return rows.streamsAmong(streams);
    }

    /** The age of the oldest open append, up to a day; its events have their recorded time already. */
    public Duration oldestAppend() {
        return rows.oldestAppend();
    }

    /** When the first event after this index was recorded, even if it is above the high-water mark. */
    public Optional<Instant> firstAfter(long index) {
        return rows.firstAfter(index);
    }

    /** How many events there are up to the bound. */
    public long count(long bound) {
        return rows.count(bound);
    }

    /** Identifies this event history among all others. */
    public UUID incarnation() {
        return rows.incarnation();
    }
}
