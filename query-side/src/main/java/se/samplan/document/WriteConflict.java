package se.samplan.document;

/** The documents could not be written, time and again: the store's failure, not that of what was to be written. */
public final class WriteConflict extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public WriteConflict(int tries) {
        super("the views could not be written in " + tries + " tries");
    }
}
