package se.samplan.view;

/** The documents could not be written, time and again: the store's failure, not that of what was to be written. */
final class NotWritten extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotWritten(int tries) {
        super("the views could not be written in " + tries + " tries");
    }
}
