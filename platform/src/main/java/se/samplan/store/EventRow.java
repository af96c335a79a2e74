package se.samplan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

/** A row of the event table. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record EventRow(
        long globalIndex,
        UUID stream,
        int sequence,
        String type,
        int revision,
        Instant recordedAt,
        byte[] metadata,
        byte[] payload) {

    /** The fetch size, in rows. */
    static final int BATCH = 1000;

    private static final String COLUMNS =
            "select global_index, stream, sequence, type, revision, recorded_at, metadata, payload from samplan.event ";

    /** Parameters: stream, first sequence. */
    static final String OF_STREAM = COLUMNS + "where stream = ? and sequence >= ? order by sequence limit " + BATCH;

    /** Parameters: the streams. */
    static final String OF_STREAMS = COLUMNS + "where stream = any (?) order by stream, sequence";

    /** Parameters: index, bound, limit. */
    static final String AFTER = COLUMNS + "where global_index > ? and global_index <= ? order by global_index limit ?";

    /** Parameters: index. */
    static final String LAST_UP_TO = COLUMNS + "where global_index <= ? order by global_index desc limit 1";

    /** Parameters: index, bound. */
    static final String IN_ORDER = COLUMNS + "where global_index > ? and global_index <= ? order by global_index";

    /** Parameters: bound. */
    static final String BY_STREAM = COLUMNS + "where global_index <= ? order by stream, sequence";

    /** Parameters: bound, stream. */
    static final String BY_STREAM_AFTER = COLUMNS + "where global_index <= ? and stream > ? order by stream, sequence";

    /** The first rows of the one stream that a query names. */
    static Sql ofStreamNamedBy(Sql query) {
        return new Sql(
                COLUMNS + "where stream = (" + query.text() + ") order by sequence limit " + BATCH, query.parameters());
    }

    static EventRow read(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getBytes(7),
                row.getBytes(8));
    }

    /** The event, or an {@link Unreadable} in its place. */
    RecordedEvent recorded(EventCodec codec) {
        return new RecordedEvent(
                globalIndex, stream, sequence, type, recordedAt, new StoredMetadata(metadata, codec), readable(codec));
    }

    /** The message an aggregate is sourced from; throws where the event cannot be read. */
    DomainEventMessage<?> domainMessage(EventCodec codec) {
        return message(codec, codec.decode(type, revision, payload));
    }

    /** The message a streaming processor is handed. */
    TrackedEventMessage<?> trackedMessage(EventCodec codec) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(globalIndex), message(codec, readable(codec)));
    }

    private Object readable(EventCodec codec) {
        try {
            return codec.decode(type, revision, payload);
        } catch (HistoryNotReadable e) {
            return new Unreadable(type, revision);
        }
    }

    private DomainEventMessage<Object> message(EventCodec codec, Object event) {
        // The stored name, since the aggregate's type, which Axon would have here, is not stored.
        return new GenericDomainEventMessage<>(
                type,
                stream.toString(),
                sequence,
                event,
                codec.decodeMetadata(metadata),
                stream + "/" + sequence,
                recordedAt);
    }
}
