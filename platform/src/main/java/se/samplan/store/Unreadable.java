package se.samplan.store;

/** Stands for a stored event that cannot be read, so that those around it can. */
record Unreadable(String type, int revision) {

    HistoryNotReadable exception() {
        return new HistoryNotReadable(type, revision);
    }
}
