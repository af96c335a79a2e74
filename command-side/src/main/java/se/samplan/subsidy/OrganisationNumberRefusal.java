package se.samplan.subsidy;

import se.samplan.refusal.Kind;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Wording;

/** Why a text is not an employer's organisation number. */
public enum OrganisationNumberRefusal implements Reason {
    ORGANISATION_NUMBER_MALFORMED(
            "Skriv organisationsnumret med tio siffror, NNNNNN-NNNN.",
            "Write the organisation number with ten digits, NNNNNN-NNNN."),
    ORGANISATION_NUMBER_NO_SUCH_DATE(
            "Numret är varken ett organisationsnummer eller en enskild näringsidkares: dess datum finns inte i"
                    + " kalendern.",
            "The number is neither an organisation's nor a sole trader's: its date is not in the calendar."),
    ORGANISATION_NUMBER_CHECK_DIGIT(
            "Organisationsnumrets kontrollsiffra stämmer inte. Kontrollera siffrorna.",
            "The organisation number's check digit is not right. Check the digits.");

    private final Wording wording;

    OrganisationNumberRefusal(String sv, String en) {
        wording = new Wording(Kind.INVALID, sv, en);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
