package se.samplan.store;

/** A stored event has a type, revision or shape that this version of the program does not know. */
public final class HistoryNotReadable extends RuntimeException {

    private final String type;
    private final int revision;

    HistoryNotReadable(String type, int revision) {
        // No cause and no payload: what cannot be read may hold what must not be logged.
        super("cannot read stored event %s revision %d".formatted(type, revision));
        this.type = type;
        this.revision = revision;
    }

    /** The stored type. */
    public String type() {
        return type;
    }

    /** The stored revision. */
    public int revision() {
        return revision;
    }
}
