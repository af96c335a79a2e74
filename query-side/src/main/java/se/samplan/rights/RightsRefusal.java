package se.samplan.rights;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why the rows of rights cannot be compared or mended. */
public enum RightsRefusal implements Reason {
    TEMPORARY_TABLES_NOT_GRANTED(
            Kind.FAILED,
            "Programmet får inte skapa temporära tabeller. Kör som superuser: GRANT TEMPORARY ON DATABASE samplan TO samplan_app, med databasens namn.",
            "The program may not make temporary tables. As a superuser run GRANT TEMPORARY ON DATABASE samplan TO samplan_app, with the name of the database."),
    EVENTS_NOT_READABLE(
            Kind.UNAVAILABLE,
            "Det finns händelser som den här versionen inte kan läsa; se unreadable. Kör den nyare versionen.",
            "There are events that this version cannot read; see unreadable. Run the newer version."),
    RIGHTS_IN_USE(
            Kind.UNAVAILABLE,
            "Behörigheternas tabeller skrivs utan uppehåll. Försök igen om en stund.",
            "The tables of rights are written without a pause. Try again in a moment.");

    private final Wording wording;

    RightsRefusal(Kind kind, String sv, String en) {
        wording = new Wording(kind, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
