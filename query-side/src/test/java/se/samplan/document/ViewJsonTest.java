package se.samplan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value stands in a document with the fields, the order and the types that it always had. */
class ViewJsonTest {

    private record Inner(UUID id, LocalDate day, Instant at) {}

    private record Everything(
            String zeta,
            int alpha,
            long small,
            long large,
            boolean open,
            boolean closed,
            @Nullable String missing,
            BigDecimal amount,
            List<@Nullable Inner> inner,
            Map<String, List<Integer>> numbers,
            List<String> none) {}

    private record Inexact(double share) {}

    private record Huge(BigInteger number) {}

    private static final Inner INNER = new Inner(
            UUID.fromString("0d3f8a52-6a4e-4a7b-9a56-3f6f3f8f0c11"),
            LocalDate.of(2022, 2, 28),
            Instant.parse("2022-03-01T07:00:00.000001Z"));

    private static final Everything EVERYTHING = new Everything(
            "Åsa 🚲",
            7,
            8,
            Long.MAX_VALUE,
            true,
            false,
            null,
            new BigDecimal("40.50"),
            Arrays.asList(INNER, null),
            Map.of("a", List.of(1, Integer.MIN_VALUE)),
            List.of());

    private final ViewJson json = new ViewJson();

    @Test
    void fields_stand_in_declared_order_as_texts_whole_numbers_and_truth_values() {
        var expected = new Document();
        expected.put("zeta", "Åsa 🚲");
        expected.put("alpha", 7);
        expected.put("small", 8L);
        expected.put("large", Long.MAX_VALUE);
        expected.put("open", true);
        expected.put("closed", false);
        expected.put("amount", "40.50");
        var inner = new Document("id", "0d3f8a52-6a4e-4a7b-9a56-3f6f3f8f0c11")
                .append("day", "2022-02-28")
                .append("at", "2022-03-01T07:00:00.000001Z");
        expected.put("inner", Arrays.asList(inner, null));
        expected.put("numbers", new Document("a", List.of(1, Integer.MIN_VALUE)));
        expected.put("none", List.of());

        var written = json.write(EVERYTHING).decode(new DocumentCodec());

        assertThat(written).isEqualTo(expected);
        assertThat(written.keySet()).containsExactlyElementsOf(expected.keySet());
    }

    @Test
    void what_was_written_is_read_back() {
        var written = json.write(EVERYTHING).decode(new DocumentCodec());

        assertThat(json.read(written, Everything.class)).isEqualTo(EVERYTHING);
    }

    @Test
    void what_servers_keep_differently_is_not_written() {
        for (var value : List.of(
                new Inexact(0.5), Map.of("bytes", new byte[] {1}), new Huge(java.math.BigInteger.TWO.pow(80)))) {
            assertThatThrownBy(() -> json.write(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
