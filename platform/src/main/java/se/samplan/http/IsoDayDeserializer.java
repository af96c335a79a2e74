package se.samplan.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Parses a day as {@code 2022-01-31} only, within the years of a {@link Moment}. */
final class IsoDayDeserializer extends StdScalarDeserializer<LocalDate> {

    IsoDayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
        try {
            var day = Moment.day(text);
            if (day != null) {
                return day;
            }
        } catch (DateTimeParseException e) {
            return context.reportInputMismatch(this, "not a day in ISO 8601");
        }
        return context.reportInputMismatch(this, "a day is between the years 1900 and 2200");
    }
}
