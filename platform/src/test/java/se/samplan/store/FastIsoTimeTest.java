package se.samplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is stored is read as the formatter reads it that wrote it, whoever reads it. */
class FastIsoTimeTest {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    @Revision("1")
    private record At(Instant at) {}

    @Revision("1")
    private record On(LocalDate day) {}

    private final EventCodec codec = new EventCodec(List.of(At.class, On.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000000Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00.000000Z",
                "2022-01-31T12:34:56.000001Z",
                "2022-03-01T07:00:00.100000Z",
                "2022-04-30T23:59:59.999999Z",
                "2023-02-28T10:20:30.405060Z",
                "2024-02-29T23:59:59.999999Z",
                "2000-02-29T00:00:00.000000Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void a_plain_instant_needs_no_formatter_and_is_the_same(String text) {
        assertThat(FastIsoTime.isInstant(text)).isTrue();
        assertThat(FastIsoTime.instant(text)).isEqualTo(FORM.parse(text, Instant::from));
        assertThat(at(text)).isEqualTo(FORM.parse(text, Instant::from));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29T10:00:00.000000Z",
                "1900-02-29T10:00:00.000000Z",
                "2022-04-31T10:00:00.000000Z",
                "2022-12-31T24:00:00.000000Z",
                "-0001-12-31T23:59:59.999999Z",
                "+10000-01-01T00:00:00.000000Z"
            })
    void what_the_formatter_forgives_is_left_to_it(String text) {
        assertThat(FastIsoTime.isInstant(text)).isFalse();
        assertThat(at(text)).isEqualTo(FORM.parse(text, Instant::from));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2022-03-01",
                "2022-00-01T07:00:00.000000Z",
                "2022-13-01T07:00:00.000000Z",
                "2022-03-00T07:00:00.000000Z",
                "2022-03-32T07:00:00.000000Z",
                "2022-03-01T24:00:01.000000Z",
                "2022-03-01T25:00:00.000000Z",
                "2022-03-01T07:60:00.000000Z",
                "2022-03-01T07:00:60.000000Z",
                "2022-03-01t07:00:00.000000Z",
                "2022-03-01T07:00:00.000000z",
                "2022/03/01T07:00:00.000000Z",
                "2022-03-01T07:00:00,000000Z",
                "2022-03-01T07:00:00.00000 Z",
                "2022-03-01T07:00:00.00000Z",
                "2022-03-01T07:00:00.0000000Z",
                "2022-03-01T07:00:00.000000ZZ",
                "2O22-03-01T07:00:00.000000Z",
                "٢٠٢٢-03-01T07:00:00.000000Z"
            })
    void what_the_formatter_refuses_is_refused(String text) {
        assertThatThrownBy(() -> FORM.parse(text, Instant::from)).isInstanceOf(DateTimeParseException.class);
        assertThat(FastIsoTime.isInstant(text)).isFalse();
    }

    @Test
    void every_day_of_four_centuries_is_read_back_as_it_was_written() {
        var instant = Instant.parse("1800-01-01T00:00:00.123456Z");
        var end = Instant.parse("2200-01-01T00:00:00Z");
        for (; instant.isBefore(end); instant = instant.plusSeconds(86_400 + 61)) {
            var day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            assertThat(FastIsoTime.instant(FORM.format(instant))).isEqualTo(instant);
            assertThat(FastIsoTime.isDay(day.toString())).isTrue();
            assertThat(FastIsoTime.day(day.toString())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-28, true",
        "2022-02-29, false",
        "2024-02-29, true",
        "2022-02-28T07:00:00, false",
        "2022-00-10, false",
        "2022-10-00, false",
        "2022-13-01, false",
        "2022-2-28, false",
        "12022-02-28, false",
        "2022-02-2x, false"
    })
    void a_day_is_read_as_jackson_reads_it(String text, boolean plain) {
        assertThat(FastIsoTime.isDay(text)).isEqualTo(plain);
        assertThat(read(() -> codec.decode("On", 1, json("day", text))))
                .isEqualTo(read(() -> new JsonMapper().readValue(json("day", text), On.class)));
    }

    private Instant at(String text) {
        return ((At) codec.decode("At", 1, json("at", text))).at();
    }

    /** What comes of it; failures are all alike. */
    private static Object read(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            return "failed";
        }
    }

    private static byte[] json(String component, String text) {
        return "{\"%s\":\"%s\"}".formatted(component, text).getBytes(StandardCharsets.UTF_8);
    }
}
