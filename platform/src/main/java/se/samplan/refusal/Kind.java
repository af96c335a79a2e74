package se.samplan.refusal;

/** The kind of a refusal, with its HTTP status. */
public enum Kind {
    /** Its shape is wrong. */
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    /** Also where its existence is itself secret. */
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    CONFLICT(409),
    /** What the writer read has changed since. */
    STALE(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** Its shape is right and its meaning is not. */
    INVALID(422),
    /** The program's own fault. */
    FAILED(500),
    /** Not now; a retry may succeed. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
