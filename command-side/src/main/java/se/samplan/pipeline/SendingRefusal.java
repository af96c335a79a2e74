package se.samplan.pipeline;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why a command is refused before anybody decides on it. */
public enum SendingRefusal implements Reason {
    IDEMPOTENCY_KEY_REUSED(Kind.INVALID),
    IDEMPOTENCY_KEY_TOO_LONG(Kind.MALFORMED),
    IDEMPOTENCY_KEY_UNREADABLE(Kind.MALFORMED),
    IF_MATCH_UNREADABLE(Kind.MALFORMED),
    IDENTITY_NUMBER_IN_PLAIN_TEXT(Kind.INVALID),
    TRY_AGAIN(Kind.UNAVAILABLE);

    private final Kind kind;

    SendingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
