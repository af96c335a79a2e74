package se.samplan.document;

import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import tools.jackson.core.JsonParser;

/** Writes JSON's tokens as the BSON that is sent to the server, with no maps in between. */
final class BsonTokens {

    private final JsonParser tokens;
    private final BsonWriter bson;

    private BsonTokens(JsonParser tokens, BsonWriter bson) {
        this.tokens = tokens;
        this.bson = bson;
    }

    /** Encodes the object that these tokens make up. */
    static RawBsonDocument document(JsonParser tokens) {
        var output = new BasicOutputBuffer();
        try (var bson = new BsonBinaryWriter(output)) {
            new BsonTokens(tokens, bson).writeAll();
        }
        return new RawBsonDocument(output.toByteArray());
    }

    private void writeAll() {
        while (tokens.nextToken() != null) {
            write();
        }
    }

    private void write() {
        switch (tokens.currentToken()) {
            case START_OBJECT -> bson.writeStartDocument();
            case END_OBJECT -> bson.writeEndDocument();
            case START_ARRAY -> bson.writeStartArray();
            case END_ARRAY -> bson.writeEndArray();
            case PROPERTY_NAME -> bson.writeName(tokens.currentName());
            case VALUE_STRING -> bson.writeString(tokens.getString());
            case VALUE_NUMBER_INT -> number();
            case VALUE_TRUE -> bson.writeBoolean(true);
            case VALUE_FALSE -> bson.writeBoolean(false);
            case VALUE_NULL -> bson.writeNull();
            case VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalArgumentException(tokens.currentToken() + " is not allowed in documents");
        }
    }

    private void number() {
        switch (tokens.getNumberType()) {
            case INT -> bson.writeInt32(tokens.getIntValue());
            case LONG -> bson.writeInt64(tokens.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                throw new IllegalArgumentException(tokens.getNumberType() + " is not allowed in documents");
        }
    }
}
