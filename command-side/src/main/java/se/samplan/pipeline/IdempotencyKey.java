package se.samplan.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samplan.refusal.Rejected;

/** What a sender calls one request, to send it again without a second effect: one header of 1 to 200 visible characters. */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

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
                lines.size() == 1 && !value.isEmpty() && value.chars().allMatch(each -> each > ' ' && each <= '~'),
                SendingRefusal.IDEMPOTENCY_KEY_UNREADABLE);
        Rejected.when(value.length() > LONGEST, SendingRefusal.IDEMPOTENCY_KEY_TOO_LONG);
        return new IdempotencyKey(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
