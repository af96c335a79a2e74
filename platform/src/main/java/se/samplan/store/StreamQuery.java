package se.samplan.store;

import java.util.UUID;
import se.samplan.event.EventCatalogue;
import se.samplan.event.StoredEvent;

/**
 * A stream to read, if a query of the same round trip names it: where it names none, the stream is as not there and none
 * of its rows are read.
 *
 * @param naming one SELECT of the stream's id, or of no row
 */
public record StreamQuery(UUID stream, Sql naming) {

    private static final ClassValue<String[]> TYPES = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> family) {
            return EventCatalogue.of(family.asSubclass(StoredEvent.class)).stream()
                    .map(Class::getSimpleName)
                    .toArray(String[]::new);
        }
    };

    /** The stream, if its first event is of that family: an id may be of something else. */
    public static StreamQuery ofFamily(UUID stream, Class<? extends StoredEvent> family) {
        return new StreamQuery(
                stream,
                Sql.of(
                        "select stream from samplan.event where stream = ? and sequence = 0 and type = any (?)",
                        stream,
                        TYPES.get(family)));
    }
}
