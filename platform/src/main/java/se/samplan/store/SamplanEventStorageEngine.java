package se.samplan.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's storage engine: the append, streams, and the global order up to the high-water mark. */
final class SamplanEventStorageEngine implements EventStorageEngine {

    private final Append append;
    private final JdbcTemplate commands;
    private final EventRows rows;
    private final EventCodec codec;

    SamplanEventStorageEngine(DataSource commands, Append append, EventRows rows, EventCodec codec) {
        this.append = append;
        this.commands = new JdbcTemplate(commands);
        this.rows = rows;
        this.codec = codec;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        append.events(events);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        var id = Append.streamId(stream);
        var pagedSpliterator = PagedSpliterator.<EventRow>finite(last -> streamBatch(id, last, firstSequence));
        return DomainEventStream.of(StreamSupport.stream(pagedSpliterator, false)
                .<DomainEventMessage<?>>map(row -> row.domainMessage(codec)));
    }

    private List<EventRow> streamBatch(UUID stream, @Nullable EventRow last, long firstSequence) {
        var read = last == null && firstSequence == 0 ? CommandReads.rowsOf(stream) : Optional.<List<EventRow>>empty();
        return read.orElseGet(() -> commands.query(
                EventRow.OF_STREAM,
                (row, number) -> EventRow.read(row),
                stream,
                last == null ? firstSequence : last.sequence() + 1));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long start = position(token);
        // Mapped inside the pages: a mapped stream would end for good once it finds no more for now.
        return StreamSupport.stream(
                PagedSpliterator.<TrackedEventMessage<?>>tailing(last -> trackedBatch(last, start)), false);
    }

    private List<TrackedEventMessage<?>> trackedBatch(@Nullable TrackedEventMessage<?> last, long start) {
        return rows.after(last == null ? start : position(last.trackingToken()), EventRow.BATCH).stream()
                .<TrackedEventMessage<?>>map(row -> row.trackedMessage(codec))
                .toList();
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (WrappedToken.unwrapLowerBound(token)) {
            case null -> 0;
            case GlobalSequenceTrackingToken place -> place.getGlobalIndex();
            case TrackingToken other ->
                throw new IllegalArgumentException(
                        "not a token of this store: " + other.getClass().getName());
        };
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return Optional.ofNullable(commands.queryForObject(
                "select max(sequence)::bigint from samplan.event where stream = ?",
                Long.class,
                Append.streamId(stream)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(rows.highWaterMark());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return new GlobalSequenceTrackingToken(rows.lastBefore(time));
    }

    /** There are none, so it queries nothing. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this store keeps no snapshots");
    }
}
