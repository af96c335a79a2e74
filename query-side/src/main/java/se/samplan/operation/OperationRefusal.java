package se.samplan.operation;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why an operation cannot be started or shown. */
public enum OperationRefusal implements Reason {
    UNKNOWN_OPERATION(
            Kind.NOT_FOUND,
            "Arbetet finns inte. /api/operations visar de senaste.",
            "There is no such operation. /api/operations shows the latest."),
    UNKNOWN_VIEW(
            Kind.INVALID,
            "Vyn finns inte; se views för dem som finns.",
            "There is no such view; see views for those there are."),
    OPERATIONS_NOT_REACHABLE(
            Kind.UNAVAILABLE,
            "Arbetenas databas svarar inte. Försök igen om en stund.",
            "The database of the operations does not answer. Try again in a moment."),
    ALREADY_RUNNING(
            Kind.CONFLICT,
            "Ett sådant arbete pågår redan. /api/operations visar det. Vänta tills det är klart.",
            "Such an operation is running already. /api/operations shows it. Wait until it is done.");

    private final Wording wording;

    OperationRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
