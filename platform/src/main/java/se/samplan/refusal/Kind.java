package se.samplan.refusal;

/** What kind of refusal a reason is, and the HTTP status that says so. */
public enum Kind {
    /** Its shape is wrong. */
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    /** Also where that it exists is itself secret. */
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
    /** Not now; the same again may succeed. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
