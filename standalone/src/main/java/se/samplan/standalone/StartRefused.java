package se.samplan.standalone;

/** Why Samplan does not start, and what to do about it. */
public final class StartRefused extends RuntimeException {

    private final String action;

    public StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    public StartRefused(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
