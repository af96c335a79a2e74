package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samplan.http.ReadableText.Fault;
import se.samplan.http.ReadableText.NotReadable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class ReadableTextTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(String.class, new ReadableText()))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00a0", // no-break space
                "\u2003\u3000", // spaces of one em
                "\u2028\u2029", // separators of lines and paragraphs
                "\u200b", // space of no width
                "\ufeff", // byte order mark
                "\u200d\u200c\u2060\u00ad\u200e\u200f", // joiners, a soft hyphen, marks of direction
                "\u034f\ufe0f\u0301", // marks without anything to stand on
                "\u115f\u1160\u3164\uffa0", // Hangul fillers
                "\u2800", // the blank of Braille
                "\ue000" // for private use
            })
    void a_text_in_which_nothing_is_visible_is_refused(String text) {
        assertRefused(text, Fault.NOTHING_VISIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202e",
                "seen\u202eneddih",
                "a\u202ab", // an embedding
                "a\u2066b\u2069", // an isolate
                "a\u206fb", // deprecated format characters
                "a\udb40\udc41", // a letter of tags, which hide a text in another
                "a\u001b[31m", // a terminal's escape
                "a\u0000",
                "a\u0085b", // a control character
                "a\ud800"
            })
    void a_character_that_turns_or_hides_text_is_refused_beside_what_is_visible(String text) {
        assertRefused(text, Fault.CHARACTER_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "–",
                "7",
                "Vill arbeta i kök.",
                "Anna\u00a0Berg",
                "first\n\tsecond\r\n",
                "می\u200cخواهم", // a joiner that spelling asks for
                "שלום\u200f!",
                "e\u0301", // a letter and its accent
                "한국어",
                "👩\u200d👧",
                "❤\ufe0f",
                "lång\u00adsam",
                "\ufeffpasted"
            })
    void text_as_people_write_it_is_read_as_it_is(String text) {
        assertThat(read(text)).isEqualTo(text);
    }

    @Test
    void whatever_format_character_unicode_gets_is_refused_until_it_is_known() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(each -> Character.getType(each) == Character.FORMAT)
                        .filter(each -> accepts("a" + Character.toString(each))))
                .containsExactly(0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF);
    }

    private static boolean accepts(String text) {
        try {
            read(text);
            return true;
        } catch (NotReadable _) {
            return false;
        }
    }

    private static void assertRefused(String text, Fault fault) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(NotReadable.class, refused -> assertThat(refused.fault())
                        .isEqualTo(fault));
    }

    private static String read(String text) {
        return JSON.readValue(escaped(text), String.class);
    }

    /** Escaped, as a half character can only be sent. */
    private static String escaped(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        return json.append('"').toString();
    }
}
