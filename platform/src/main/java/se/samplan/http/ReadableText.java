package se.samplan.http;

import java.util.regex.Pattern;
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

    /**
     * Something to see: a letter, digit, mark of punctuation or symbol. Not those that are blank though Unicode counts them
     * as such: Hangul fillers, the blank of Braille, a null notehead. In the contract as it stands here.
     */
    static final String VISIBLE = "(?![\\u115F\\u1160\\u3164\\uFFA0\\u2800]|\\uD834\\uDD59)[\\p{L}\\p{N}\\p{P}\\p{S}]";

    /**
     * What turns the direction, hides, or is refused by a store: control characters but tab and line ends, unpaired
     * surrogates, and format characters but those of ordinary writing (soft hyphens, breaks and joiners of words, names
     * and pictures, marks of direction that turn nothing, byte order marks of pasted text). In the contract as it stands
     * here.
     */
    static final String HIDDEN =
            "(?![\\t\\n\\r])\\p{Cc}|\\p{Cs}" + "|(?![\\u00AD\\u061C\\u200B-\\u200F\\u2060\\uFEFF])\\p{Cf}";

    private static final Pattern IS_VISIBLE = Pattern.compile(VISIBLE);
    private static final Pattern IS_HIDDEN = Pattern.compile(HIDDEN);

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
        if (IS_HIDDEN.matcher(text).find()) {
            throw new NotReadable(parser, Fault.CHARACTER_NOT_ALLOWED);
        }
        if (!IS_VISIBLE.matcher(text).find()) {
            throw new NotReadable(parser, Fault.NOTHING_VISIBLE);
        }
        return text;
    }
}
