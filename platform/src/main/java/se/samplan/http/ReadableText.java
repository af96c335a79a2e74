package se.samplan.http;

import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Accepts a text that says something and reads as it is stored: something in it is visible, and nothing turns its
 * direction, hides in it, or is refused by a store, as NUL and unpaired surrogates are.
 */
final class ReadableText extends StdScalarDeserializer<String> {

    /** Blank, though Unicode counts them as letters or symbols: Hangul fillers, the blank of Braille, a null notehead. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x1D159);

    /**
     * Format characters of ordinary writing, allowed beside what is visible: soft hyphens, breaks and joiners of words,
     * names and pictures, marks of direction that turn nothing, byte order marks of pasted text.
     */
    private static final Set<Integer> OF_WRITING =
            Set.of(0x00AD, 0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF);

    private static final Set<Integer> OF_LAYOUT = Set.of((int) '\t', (int) '\n', (int) '\r');

    /** Why a text is refused, as a code of its field. */
    enum Fault {
        NOTHING_VISIBLE,
        CHARACTER_NOT_ALLOWED
    }

    /** A text that is refused; its message holds nothing of it. */
    static final class NotReadable extends MismatchedInputException {

        private static final long serialVersionUID = 1;

        private final Fault fault;

        private NotReadable(JsonParser parser, Fault fault) {
            super(parser, fault.name(), String.class);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    ReadableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(this, "a text");
        }
        var text = parser.getString();
        if (!text.codePoints().allMatch(ReadableText::isAllowed)) {
            throw new NotReadable(parser, Fault.CHARACTER_NOT_ALLOWED);
        }
        if (text.codePoints().noneMatch(ReadableText::isVisible)) {
            throw new NotReadable(parser, Fault.NOTHING_VISIBLE);
        }
        return text;
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> OF_LAYOUT.contains(codePoint);
            case Character.FORMAT -> OF_WRITING.contains(codePoint);
            default -> true;
        };
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> !BLANK.contains(codePoint);
            default -> false;
        };
    }
}
