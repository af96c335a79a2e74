package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private record Inner(UUID id, LocalDate day) {}

    @Revision("1")
    @SuppressWarnings({"UnusedMethod", "EffectivelyPrivate"}) // methods that must not be taken for components
    private record Everything(
            String zeta,
            int alpha,
            boolean open,
            @Nullable String missing,
            Optional<String> perhaps,
            Optional<Instant> never,
            List<String> none,
            Set<Colour> colours,
            Map<String, Integer> counts,
            BigDecimal amount,
            Inner inner,
            Colour colour,
            Instant effectiveAt) {

        public boolean isLate() {
            return true;
        }

        public String getSummary() {
            return "not a component";
        }
    }

    @Revision("2")
    private record Noted(String text, String language) {}

    /** Revision 1 had no language. */
    private static final class NotedInSwedish implements Upcaster {

        @Override
        public String type() {
            return "Noted";
        }

        @Override
        public int from() {
            return 1;
        }

        @Override
        public ObjectNode up(ObjectNode old) {
            return old.put("language", "sv");
        }
    }

    private static final String GOLDEN = """
            {"zeta":"Åsa","alpha":0,"open":false,"perhaps":"ja","none":[],"colours":["RED","BLUE"],\
            "counts":{"a":1,"b":2},"amount":100000000000000000000.10,\
            "inner":{"id":"0d3f8a52-6a4e-4a7b-9a56-3f6f3f8f0c11","day":"2022-02-28"},"colour":"GREEN",\
            "effectiveAt":"2022-03-01T07:00:00.000000Z"}""";

    private final EventCodec codec =
            new EventCodec(List.of(Everything.class, Noted.class), List.of(new NotedInSwedish()));

    @Test
    void an_event_is_written_in_declared_order_absent_rather_than_null_and_plain() {
        var colours = new LinkedHashSet<>(List.of(Colour.BLUE, Colour.RED));
        var event = new Everything(
                "Åsa",
                0,
                false,
                null,
                Optional.of("ja"),
                Optional.empty(),
                List.of(),
                colours,
                new LinkedHashMap<>(Map.of("b", 2, "a", 1)),
                new BigDecimal("1000000000000000000001.0E-1"),
                new Inner(UUID.fromString("0d3f8a52-6a4e-4a7b-9a56-3f6f3f8f0c11"), LocalDate.of(2022, 2, 28)),
                Colour.GREEN,
                Instant.parse("2022-03-01T07:00:00.000000999Z"));

        var stored = codec.encode(event);

        assertThat(text(stored.payload())).isEqualTo(GOLDEN);
        assertThat(stored.type()).isEqualTo("Everything");
        assertThat(stored.revision()).isEqualTo(1);
    }

    @Test
    void what_was_stored_is_written_back_byte_for_byte() {
        var event = codec.decode("Everything", 1, bytes(GOLDEN));

        assertThat(text(codec.encode(event).payload())).isEqualTo(GOLDEN);
        assertThat(event).isInstanceOfSatisfying(Everything.class, read -> {
            assertThat(read.perhaps()).contains("ja");
            assertThat(read.never()).isEmpty();
            assertThat(read.missing()).isNull();
            assertThat(read.colours()).isEqualTo(EnumSet.of(Colour.RED, Colour.BLUE));
        });
    }

    @Test
    void an_older_revision_is_raised_hop_by_hop() {
        assertThat(codec.decode("Noted", 1, bytes("{\"text\":\"hej\"}"))).isEqualTo(new Noted("hej", "sv"));
        assertThat(codec.decode("Noted", 2, bytes("{\"text\":\"hi\",\"language\":\"en\"}")))
                .isEqualTo(new Noted("hi", "en"));
    }

    @Test
    void an_event_of_tomorrow_is_not_readable_and_names_only_type_and_revision() {
        assertThatThrownBy(() -> codec.decode("ToldTomorrow", 1, bytes("{\"text\":\"secret\"}")))
                .isInstanceOfSatisfying(HistoryNotReadable.class, e -> {
                    assertThat(e.type()).isEqualTo("ToldTomorrow");
                    assertThat(e.revision()).isEqualTo(1);
                    assertThat(e).hasNoCause();
                });
        assertThatThrownBy(() -> codec.decode("Noted", 3, bytes("{}"))).isInstanceOf(HistoryNotReadable.class);
        assertThatThrownBy(() -> codec.decode("Noted", 0, bytes("{}"))).isInstanceOf(HistoryNotReadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"secret\",\"language\":\"sv\",\"added\":1}",
                "{\"text\":\"secret\"",
                "{\"text\":{\"secret\":1}}",
                "{\"text\":\"secret\"} {}",
                "null",
                "[]",
                ""
            })
    void a_payload_of_another_shape_is_not_readable_and_nothing_of_it_is_told(String payload) {
        assertThatThrownBy(() -> codec.decode("Noted", 2, bytes(payload)))
                .isInstanceOf(HistoryNotReadable.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha", "open"})
    void a_number_or_truth_value_that_is_missing_is_not_taken_for_zero(String component) {
        var without = GOLDEN.replace("\"alpha\":0,", component.equals("alpha") ? "" : "\"alpha\":0,")
                .replace("\"open\":false,", component.equals("open") ? "" : "\"open\":false,");

        assertThatThrownBy(() -> codec.decode("Everything", 1, bytes(without))).isInstanceOf(HistoryNotReadable.class);
    }

    @Test
    void metadata_is_flat_and_sorted() {
        var stored = codec.encodeMetadata(Map.of("organisation", "1481", "actor", "b", "branch", "Ö"));

        assertThat(text(stored)).isEqualTo("{\"actor\":\"b\",\"branch\":\"Ö\",\"organisation\":\"1481\"}");
        assertThat(codec.decodeMetadata(stored)).isEqualTo(Map.of("organisation", "1481", "actor", "b", "branch", "Ö"));
    }

    @Test
    void stored_metadata_is_read_when_it_is_asked_for_and_is_a_map_like_any_other() {
        var stored = new StoredMetadata(bytes("{\"actor\":\"b\",\"branch\":\"Ö\"}"), codec);
        var broken = new StoredMetadata(bytes("{\"actor\":"), codec);

        assertThat(stored).isEqualTo(Map.of("actor", "b", "branch", "Ö"));
        assertThat(stored.get("branch")).isEqualTo("Ö");
        assertThat(stored).hasSameHashCodeAs(Map.of("actor", "b", "branch", "Ö"));
        assertThatThrownBy(() -> broken.get("actor")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> stored.put("actor", "c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void what_is_not_in_the_catalogue_is_not_written() {
        assertThatThrownBy(() -> codec.encode("text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_catalogue_with_a_gap_is_refused() {
        record Unrevised(String text) {}

        assertThatThrownBy(() -> new EventCodec(List.of(Unrevised.class))).hasMessageContaining("@Revision");
        assertThatThrownBy(() -> new EventCodec(List.of(Noted.class))).hasMessageContaining("no upcaster");
        assertThatThrownBy(() -> new EventCodec(List.of(Everything.class, Everything.class)))
                .hasMessageContaining("two events");
        assertThatThrownBy(
                        () -> new EventCodec(List.of(Noted.class), List.of(new NotedInSwedish(), new NotedInSwedish())))
                .hasMessageContaining("two upcasters");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
