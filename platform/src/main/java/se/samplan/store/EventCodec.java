package se.samplan.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Encodes and decodes events: knows the catalogued event types only, in every revision. */
public final class EventCodec {

    private final JsonMapper json = EventJson.mapper();
    private final ObjectReader texts = json.readerForMapOf(String.class);
    private final Map<String, EventType> known = new HashMap<>();
    private final Map<Class<?>, Integer> revisions = new HashMap<>();
    private final Map<Hop, Upcaster> upcasters = new HashMap<>();

    /**
     * An event as stored.
     *
     * @param type the event's simple name
     * @param revision the revision of its shape, from 1
     * @param payload UTF-8 JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Stored(String type, int revision, byte[] payload) {}

    /** A catalogued event type, with its reader: looking the reader up takes as long as reading a small event. */
    private record EventType(int revision, ObjectReader reader) {}

    private record Hop(String type, int from) {}

    /** Knows these classes in their current revision only. */
    public EventCodec(Collection<Class<?>> catalogue) {
        this(catalogue, List.of());
    }

    /** Knows these classes, and every older revision through one upcaster per hop. */
    public EventCodec(Collection<Class<?>> catalogue, Collection<? extends Upcaster> upcasters) {
        catalogue.forEach(this::register);
        for (var upcaster : upcasters) {
            if (this.upcasters.put(new Hop(upcaster.type(), upcaster.from()), upcaster) != null) {
                throw new IllegalArgumentException(
                        "two upcasters for %s revision %d".formatted(upcaster.type(), upcaster.from()));
            }
        }
        known.forEach(this::requireEveryHop);
    }

    /** The event as it is to be stored. */
    public Stored encode(Object event) {
        var revision = revisions.get(event.getClass());
        if (revision == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not in the catalogue of events");
        }
        return new Stored(event.getClass().getSimpleName(), revision, json.writeValueAsBytes(event));
    }

    /**
     * The event that was stored.
     *
     * @throws HistoryNotReadable if its type, revision or shape is unknown
     */
    public Object decode(String type, int revision, byte[] payload) {
        var current = known.get(type);
        if (current == null || revision < 1 || revision > current.revision) {
            throw new HistoryNotReadable(type, revision);
        }
        try {
            return revision == current.revision
                    ? required(current.reader.readValue(payload), type, revision)
                    : current.reader.readValue(raised(type, revision, current.revision, payload));
        } catch (JacksonException e) {
            // No cause: a parser's message quotes its input.
            throw new HistoryNotReadable(type, revision);
        }
    }

    /** Metadata as stored: flat, sorted by key. */
    byte[] encodeMetadata(Map<String, String> metadata) {
        return json.writeValueAsBytes(new TreeMap<>(metadata));
    }

    Map<String, String> decodeMetadata(byte[] stored) {
        return Map.copyOf(texts.<Map<String, String>>readValue(stored));
    }

    private static Object required(Object event, String type, int revision) {
        if (event == null) {
            throw new HistoryNotReadable(type, revision);
        }
        return event;
    }

    private JsonNode raised(String type, int revision, int current, byte[] payload) {
        if (!(json.readTree(payload) instanceof ObjectNode node)) {
            throw new HistoryNotReadable(type, revision);
        }
        for (int from = revision; from < current; from++) {
            var upcaster = upcasters.get(new Hop(type, from));
            if (upcaster == null) {
                throw new HistoryNotReadable(type, from);
            }
            node = upcaster.up(node);
        }
        return node;
    }

    private void register(Class<?> event) {
        var revision = event.getAnnotation(Revision.class);
        if (revision == null || !revision.value().matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(event.getName() + " has no @Revision of a number from 1");
        }
        var number = Integer.parseInt(revision.value());
        if (known.put(event.getSimpleName(), new EventType(number, json.readerFor(event))) != null) {
            throw new IllegalArgumentException("two events named " + event.getSimpleName());
        }
        revisions.put(event, number);
    }

    private void requireEveryHop(String type, EventType event) {
        for (int from = 1; from < event.revision; from++) {
            if (!upcasters.containsKey(new Hop(type, from))) {
                throw new IllegalArgumentException("no upcaster for %s revision %d".formatted(type, from));
            }
        }
    }
}
