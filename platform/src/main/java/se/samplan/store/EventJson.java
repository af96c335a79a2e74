package se.samplan.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.module.blackbird.BlackbirdModule;

/** How events are written as JSON; changing a line here changes what is stored, for ever. */
final class EventJson {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EventJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                // Components in declared order, and nothing but components.
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .changeDefaultVisibility(visibility -> visibility
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                        .withFieldVisibility(Visibility.ANY))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                // The same object gives the same bytes.
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // What is not understood in full fails to read.
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // Replaces Jackson's reflection; reads and writes the same.
                .addModule(new BlackbirdModule())
                .addModule(new SimpleModule("events")
                        .addSerializer(new InstantWriter())
                        .addDeserializer(Instant.class, new InstantReader())
                        .addDeserializer(LocalDate.class, new DayReader())
                        .addSerializer(new SetWriter()))
                .build();
    }

    private static final class InstantWriter extends StdSerializer<Instant> {

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(MICROSECONDS.format(value.truncatedTo(ChronoUnit.MICROS)));
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            var text = json.getString();
            return FastIsoTime.isInstant(text) ? FastIsoTime.instant(text) : MICROSECONDS.parse(text, Instant::from);
        }
    }

    /** Parses days in the usual form without a formatter, and leaves all others to Jackson. */
    private static final class DayReader extends StdDeserializer<LocalDate> {

        DayReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                var text = json.getString();
                if (FastIsoTime.isDay(text)) {
                    return FastIsoTime.day(text);
                }
            }
            return LocalDateDeserializer.INSTANCE.deserialize(json, context);
        }
    }

    /** Writes sets sorted: they have no order of their own, and a hash set's differs between processes. */
    private static final class SetWriter extends StdSerializer<Set<?>> {

        SetWriter() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> value, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            sorted(value).forEach(json::writePOJO);
            json.writeEndArray();
        }

        private static Collection<?> sorted(Set<?> value) {
            return value.stream().allMatch(Comparable.class::isInstance)
                    ? value.stream().sorted().toList()
                    : value;
        }
    }
}
