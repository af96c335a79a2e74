package se.samplan.build;

import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import se.samplan.store.EventReader;
import se.samplan.store.RecordedEvent;

/**
 * Identifies an event beyond its index: an event store restored from a backup reuses the indexes of the events that it
 * lost.
 *
 * @param index its place among all events
 * @param stream the stream it belongs to
 * @param sequence its place in the stream
 * @param recordedAt when the database recorded it
 */
public record EventFingerprint(long index, UUID stream, int sequence, Instant recordedAt) {

    public static EventFingerprint of(RecordedEvent event) {
        return new EventFingerprint(event.globalIndex(), event.stream(), event.sequence(), event.recordedAt());
    }

    /** The last event up to this index; null if there is none. */
    public static @Nullable EventFingerprint lastUpTo(long index, EventReader events) {
        return events.lastUpTo(index).map(EventFingerprint::of).orElse(null);
    }

    /** Whether this very event is in the store. */
    boolean isIn(EventReader events) {
        return equals(lastUpTo(index, events));
    }

    static @Nullable EventFingerprint read(@Nullable Document document) {
        return document == null
                ? null
                : new EventFingerprint(
                        document.getLong("index"),
                        UUID.fromString(document.getString("stream")),
                        document.getInteger("sequence"),
                        Instant.parse(document.getString("recordedAt")));
    }

    Document toDocument() {
        return new Document("index", index)
                .append("stream", stream.toString())
                .append("sequence", sequence)
                .append("recordedAt", recordedAt.toString());
    }
}
