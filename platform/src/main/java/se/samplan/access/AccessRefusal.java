package se.samplan.access;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;

/** Why access is denied, or a request cannot be read. */
public enum AccessRefusal implements Reason {
    UNAUTHENTICATED(Kind.UNAUTHENTICATED),
    TOKEN_INCOMPLETE(Kind.FORBIDDEN),
    NOT_APPOINTED(Kind.FORBIDDEN),
    NOT_ALLOWED(Kind.FORBIDDEN),
    INVALID_REQUEST(Kind.MALFORMED),
    INVALID_POSITION(Kind.MALFORMED),
    NOT_YET_AVAILABLE(Kind.MALFORMED),
    NO_SUCH_RESOURCE(Kind.NOT_FOUND),
    UNKNOWN_CASE(Kind.NOT_FOUND),
    UNKNOWN_PARTICIPANT(Kind.NOT_FOUND),
    METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED),
    TOO_LARGE(Kind.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE),
    UNFORESEEN(Kind.FAILED),
    HISTORY_NOT_READABLE(Kind.UNAVAILABLE),
    STORE_NOT_REACHABLE(Kind.UNAVAILABLE),
    TOO_BUSY(Kind.UNAVAILABLE);

    private final Kind kind;

    AccessRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
