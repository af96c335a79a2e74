package se.samplan.pipeline;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samplan.refusal.Rejected;

/** What a sender calls one request, to send it again without a second effect: one header of 1 to 200 visible characters. */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    /** The header as the contract has it. */
    static Parameter parameter() {
        var schema = new JsonSchema();
        schema.addType("string");
        return new HeaderParameter()
                .name(HEADER)
                .description("Makes a second sending have no second effect, for seven days.")
                .schema(schema.pattern("^" + VISIBLE + "$").maxLength(LONGEST));
    }

    /**
     * Reads the header's lines.
     *
     * @return null if there is none
     * @throws Rejected {@code IDEMPOTENCY_KEY_UNREADABLE}, {@code IDEMPOTENCY_KEY_TOO_LONG}
     */
    static @Nullable IdempotencyKey in(List<String> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        var value = lines.getFirst();
        Rejected.unless(
                lines.size() == 1 && VISIBLE.matcher(value).matches(), SendingRefusal.IDEMPOTENCY_KEY_UNREADABLE);
        Rejected.when(value.length() > LONGEST, SendingRefusal.IDEMPOTENCY_KEY_TOO_LONG);
        return new IdempotencyKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
