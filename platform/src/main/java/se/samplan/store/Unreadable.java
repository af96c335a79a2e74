package se.samplan.store;

/** Stands in for a stored event that cannot be read, so that readers can skip it. */
record Unreadable(String type, int revision) {

    HistoryNotReadable exception() {
        return new HistoryNotReadable(type, revision);
    }
}
