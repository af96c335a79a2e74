package se.samplan.store;

/** A row written with events violates a unique constraint: another transaction was first. */
public final class DuplicateRow extends RuntimeException {

    private final String constraint;

    DuplicateRow(String constraint) {
        // No cause: the driver's message may quote the row.
        super("unique constraint " + constraint);
        this.constraint = constraint;
    }

    /** The constraint's name. */
    public String constraint() {
        return constraint;
    }
}
