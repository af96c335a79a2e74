package se.samplan.document;

/** The documents could not be written after several attempts: the store's failure, not the content's. */
public final class WriteConflict extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public WriteConflict(int tries) {
        super("the views could not be written in " + tries + " tries");
    }
}
