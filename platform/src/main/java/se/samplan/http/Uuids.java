package se.samplan.http;

import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads UUIDs in their one form of 36 characters: Java's own also takes {@code 1-1-1-1-1}, Jackson's also Base64. */
public final class Uuids extends StdScalarDeserializer<UUID> {

    private static final int LENGTH = 36;

    Uuids() {
        super(UUID.class);
    }

    /**
     * Reads one in a path or a parameter.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UUID parse(String written) {
        if (written.length() != LENGTH) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        return UUID.fromString(written);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                return parse(parser.getString());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "not a UUID");
            }
        }
        return context.reportInputMismatch(this, "a UUID is a text");
    }
}
