package se.samplan.refusal;

import java.util.Map;

/** Something was refused; one advice turns it into {@code application/problem+json}. */
public final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Reason reason;
    private final transient Map<String, Object> details;

    public Rejected(Reason reason) {
        this(reason, Map.of());
    }

    /**
     * Refuses with details.
     *
     * @param details further members of the problem; only what its reader may know
     */
    public Rejected(Reason reason, Map<String, Object> details) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.details = details;
    }

    public static void unless(boolean allowed, Reason reason) {
        if (!allowed) {
            throw new Rejected(reason);
        }
    }

    public static void when(boolean refused, Reason reason) {
        unless(!refused, reason);
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details;
    }
}
