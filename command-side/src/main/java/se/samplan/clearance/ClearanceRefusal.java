package se.samplan.clearance;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why something about a clearance is refused. */
public enum ClearanceRefusal implements Reason {
    UNKNOWN_CLEARANCE(Kind.NOT_FOUND, "Okänt klartecken.", "Unknown clearance."),
    CLEARANCE_ALREADY_REQUESTED(
            Kind.CONFLICT,
            "Klartecken är redan begärt för aktiviteten.",
            "Clearance is requested for the activity already."),
    CLEARANCE_ANSWERED(
            Kind.CONFLICT,
            "Begäran är redan besvarad eller återtagen.",
            "The request is answered or withdrawn already."),
    CLEARANCE_NOT_GIVEN(
            Kind.CONFLICT, "Det finns inget klartecken att ta tillbaka.", "There is no clearance to withdraw."),
    UNTIL_IN_THE_PAST(Kind.INVALID, "Klartecknet slutar innan det ges.", "The clearance ends before it is given.");

    private final Wording wording;

    ClearanceRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
