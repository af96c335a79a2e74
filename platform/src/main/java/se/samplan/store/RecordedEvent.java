package se.samplan.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event as the store holds it.
 *
 * @param globalIndex its index among all events, from 1, with gaps
 * @param stream the stream it belongs to
 * @param sequence its sequence number in the stream, from 0, without gaps
 * @param type its stored name
 * @param recordedAt when the database recorded it, to the microsecond; never runs backwards within a stream
 * @param metadata who, for whom, on what ground
 * @param event what happened; asking for it throws {@link HistoryNotReadable} if this program does not know it
 */
public record RecordedEvent(
        long globalIndex,
        UUID stream,
        int sequence,
        String type,
        Instant recordedAt,
        Map<String, String> metadata,
        Object event) {

    /** What happened. Readers skip an event that they cannot read; whoever needs it finds out here. */
    @Override
    public Object event() {
        if (event instanceof Unreadable unreadable) {
            throw unreadable.exception();
        }
        return event;
    }

    /** The same with something else in place of what happened. */
    public RecordedEvent with(Object other) {
        return new RecordedEvent(globalIndex, stream, sequence, type, recordedAt, metadata, other);
    }

    /** Whether {@link #event()} can be asked for. */
    public boolean readable() {
        return !(event instanceof Unreadable);
    }

    /** The event that a streaming processor was handed. */
    public static RecordedEvent of(TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain)) {
            throw new IllegalArgumentException("not an event of this store");
        }
        var payload = message.getPayload();
        return new RecordedEvent(
                message.trackingToken().position().orElseThrow(),
                UUID.fromString(domain.getAggregateIdentifier()),
                Math.toIntExact(domain.getSequenceNumber()),
                payload instanceof Unreadable(String type, int ignored)
                        ? type
                        : payload.getClass().getSimpleName(),
                message.getTimestamp(),
                texts(message),
                payload);
    }

    private static Map<String, String> texts(TrackedEventMessage<?> message) {
        var texts = new TreeMap<String, String>();
        message.getMetaData().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
