package se.samplan.correction;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why an entry cannot be marked as entered in error. */
public enum CorrectionRefusal implements Reason {
    UNKNOWN_ENTRY(Kind.NOT_FOUND, "Okänd uppgift.", "Unknown entry.");

    private final Wording wording;

    CorrectionRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
