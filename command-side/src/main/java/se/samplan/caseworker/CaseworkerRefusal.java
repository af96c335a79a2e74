package se.samplan.caseworker;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why an assignment is refused. */
public enum CaseworkerRefusal implements Reason {
    ALREADY_RESPONSIBLE(Kind.CONFLICT, "Handläggaren är redan ansvarig.", "The caseworker is responsible already."),
    NOBODY_RESPONSIBLE(
            Kind.CONFLICT,
            "Ingen är ansvarig. Utse någon i stället.",
            "Nobody is responsible. Assign somebody instead."),
    UNKNOWN_CASEWORKER(
            Kind.INVALID,
            "Ingen gällande medarbetare i samma part har det numret.",
            "Nobody of the same party with an appointment in force has that id.");

    private final Wording wording;

    CaseworkerRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
