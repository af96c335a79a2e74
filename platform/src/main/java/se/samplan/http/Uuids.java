package se.samplan.http;

import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads UUIDs in their one form of 36 characters: Java's own also takes {@code 1-1-1-1-1}, Jackson's also Base64. */
public final class Uuids extends StdScalarDeserializer<UUID> {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    Uuids() {
        super(UUID.class);
    }

    /**
     * Reads one in a path or a parameter.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static UUID parse(String written) {
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException("not a UUID");
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
