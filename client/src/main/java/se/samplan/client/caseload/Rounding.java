package se.samplan.client.caseload;

/** Whole percent, half up, from counts: as the published tables are rounded. */
final class Rounding {

    private Rounding() {}

    /** Rounds {@code 100 × part / whole}; of nobody it is 0. */
    static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.toIntExact((200L * part + whole) / (2L * whole));
    }
}
