package se.samplan.casework;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a case refuses, whatever the capability. */
public enum CaseRefusal implements Reason {
    IN_THE_FUTURE(
            Kind.INVALID,
            "effectiveAt ligger i framtiden. Det som planeras anges i egna fält.",
            "effectiveAt is in the future. What is planned has fields of its own."),
    BEFORE_ITS_CAUSE(
            Kind.INVALID,
            "effectiveAt ligger före det som detta bygger på.",
            "effectiveAt is before the entry that this builds on."),
    STALE(
            Kind.STALE,
            "Det du läste har ändrats. Läs igen och försök på nytt.",
            "What you read has changed. Read again and try once more."),
    NOT_YOURS(Kind.FORBIDDEN, "Uppgiften hör till en annan part.", "The entry belongs to another party."),
    NOT_IN_A_LANE(Kind.FORBIDDEN, "Rollen arbetar inte i något ärende.", "The role works in no lane of a case.");

    private final Wording wording;

    CaseRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
