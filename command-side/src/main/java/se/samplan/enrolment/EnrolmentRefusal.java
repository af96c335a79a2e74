package se.samplan.enrolment;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why an enrolment, or its end, is refused. */
public enum EnrolmentRefusal implements Reason {
    UNKNOWN_ENROLMENT(Kind.NOT_FOUND, "Okänd inskrivning.", "Unknown enrolment."),
    ALREADY_ENROLLED(
            Kind.CONFLICT, "Personen är redan inskriven hos enheten.", "The person is enrolled at the unit already."),
    REFERRAL_NOT_ACCEPTED(
            Kind.CONFLICT,
            "Anvisningen är inte mottagen. Ta emot den först.",
            "The referral is not accepted. Accept it first."),
    ENROLMENT_ENDED(Kind.CONFLICT, "Inskrivningen är redan avslutad.", "The enrolment has ended already."),
    ENTRIES_OPEN(
            Kind.CONFLICT,
            "Det finns öppna poster. Avsluta dem, eller lämna dem öppna med ett skäl.",
            "Entries are still open. Close them, or leave them open with a reason."),
    REASON_FOR_LEAVING_OPEN(Kind.INVALID, "Ange varför poster lämnas öppna.", "Say why entries are left open.");

    private final Wording wording;

    EnrolmentRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
