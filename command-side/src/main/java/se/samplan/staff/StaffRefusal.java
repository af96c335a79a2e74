package se.samplan.staff;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why something about an organisation or an appointment is refused. */
public enum StaffRefusal implements Reason {
    ALREADY_REGISTERED(
            Kind.CONFLICT, "Organisationen är redan registrerad.", "The organisation is registered already."),
    UNKNOWN_ORGANISATION(
            Kind.INVALID, "Okänd organisation. Registrera den först.", "Unknown organisation. Register it first."),
    ROLE_DOES_NOT_FIT(
            Kind.INVALID,
            "Rollen finns inte i en sådan organisation.",
            "There is no such role in such an organisation."),
    NOT_YOUR_ORGANISATION(
            Kind.FORBIDDEN,
            "Chefer förordnar bara i sin egen organisation.",
            "Managers appoint in their own organisation only."),
    NOT_YOUR_BRANCH(
            Kind.FORBIDDEN,
            "Chefer förordnar bara i sin egen verksamhet.",
            "Managers appoint in their own branch only."),
    MANDATE_FOR_YOURSELF(
            Kind.FORBIDDEN,
            "Ingen ger sig själv behörigheter. Någon annan får göra det.",
            "Nobody gives mandates to themselves. Somebody else has to."),
    UNKNOWN_STAFF_MEMBER(Kind.NOT_FOUND, "Okänt förordnande.", "Unknown appointment."),
    APPOINTMENT_ENDED(Kind.CONFLICT, "Förordnandet har redan upphört.", "The appointment has ended already."),
    LAST_OPERATOR(
            Kind.CONFLICT,
            "Ingen annan driftansvarig blir kvar minst ett dygn. Förordna någon först.",
            "No other operator stays for at least a day. Appoint one first."),
    APPOINTMENT_ENDS_BEFORE_IT_BEGINS(
            Kind.INVALID, "Förordnandet slutar innan det börjar.", "The appointment ends before it begins.");

    private final Wording wording;

    StaffRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
