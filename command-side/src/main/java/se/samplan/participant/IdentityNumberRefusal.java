package se.samplan.participant;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a text is not the identity number of anybody. */
public enum IdentityNumberRefusal implements Reason {
    IDENTITY_NUMBER_MALFORMED(
            "Skriv numret som ÅÅÅÅMMDD-NNNN. Samordningsnummer har dagen plus 60, interimsnummer en bokstav först i"
                    + " de fyra sista.",
            "Write the number as YYYYMMDD-NNNN. Coordination numbers have the day plus 60, interim numbers a letter"
                    + " first in the last four."),
    IDENTITY_NUMBER_WITHOUT_CENTURY(
            "Numret saknar århundrade. Skriv alla tolv siffror, ÅÅÅÅMMDD-NNNN.",
            "The number lacks the century. Write all twelve digits, YYYYMMDD-NNNN."),
    IDENTITY_NUMBER_NO_SUCH_DATE(
            "Numrets födelsedatum finns inte i kalendern.", "The number's date of birth is not in the calendar."),
    IDENTITY_NUMBER_CHECK_DIGIT(
            "Numrets kontrollsiffra stämmer inte. Kontrollera siffrorna.",
            "The number's check digit is not right. Check the digits."),
    IDENTITY_NUMBER_IN_FUTURE(
            "Numrets födelsedatum ligger i framtiden.", "The number's date of birth is in the future.");

    private final Wording wording;

    IdentityNumberRefusal(String sv, String en) {
        wording = new Wording(Kind.INVALID, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
