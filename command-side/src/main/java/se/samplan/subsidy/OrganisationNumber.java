package se.samplan.subsidy;

import static se.samplan.refusal.Rejected.unless;
import static se.samplan.subsidy.OrganisationNumberRefusal.ORGANISATION_NUMBER_CHECK_DIGIT;
import static se.samplan.subsidy.OrganisationNumberRefusal.ORGANISATION_NUMBER_MALFORMED;
import static se.samplan.subsidy.OrganisationNumberRefusal.ORGANISATION_NUMBER_NO_SUCH_DATE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.samplan.participant.CheckDigit;
import se.samplan.refusal.Rejected;
import se.samplan.vault.SecretNumber;

/**
 * An employer's number, checked (lag 1974:174). The third digit of a legal person's is 2 or more; below that it is a
 * sole trader's identity number, without its century, and belongs in the vault.
 */
public sealed interface OrganisationNumber {

    Pattern TEN_DIGITS = Pattern.compile("[0-9]{6}-?[0-9]{4}");

    /** Raises the day in a sole trader's samordningsnummer. */
    int COORDINATION = 60;

    /** The employer's id in events; for a sole trader, the vault's id. */
    EmployerId employer(Function<SecretNumber, UUID> vault);

    /** A legal person's number, which is public. */
    record LegalPerson(String digits) implements OrganisationNumber {

        @Override
        public EmployerId employer(Function<SecretNumber, UUID> vault) {
            return new EmployerId(digits);
        }
    }

    /** A sole trader's number; only the vault reads its digits. */
    final class SoleTrader implements OrganisationNumber, SecretNumber {

        private final String digits;

        private SoleTrader(String digits) {
            this.digits = digits;
        }

        @Override
        public EmployerId employer(Function<SecretNumber, UUID> vault) {
            return new EmployerId(vault.apply(this).toString());
        }

        @Override
        public Subject subject() {
            return Subject.SOLE_TRADER;
        }

        @Override
        public String revealed() {
            return digits;
        }

        @Override
        public String toString() {
            return "SoleTrader[hidden]";
        }
    }

    /**
     * Parses a number, with or without its hyphen.
     *
     * @throws Rejected with a code of {@link OrganisationNumberRefusal}; no refusal quotes the number
     */
    static OrganisationNumber parse(String text) {
        unless(TEN_DIGITS.matcher(text).matches(), ORGANISATION_NUMBER_MALFORMED);
        var digits = text.replace("-", "");
        boolean legalPerson = digits.charAt(2) >= '2';
        unless(legalPerson || hasDate(digits), ORGANISATION_NUMBER_NO_SUCH_DATE);
        unless(CheckDigit.holds(digits), ORGANISATION_NUMBER_CHECK_DIGIT);
        unless(legalPerson || !digits.startsWith("000", 6), ORGANISATION_NUMBER_MALFORMED);
        return legalPerson ? new LegalPerson(digits) : new SoleTrader(digits);
    }

    private static boolean hasDate(String digits) {
        try {
            int month = Integer.parseInt(digits, 2, 4, 10);
            int day = Integer.parseInt(digits, 4, 6, 10);
            if (day >= COORDINATION && (month == 0 || day == COORDINATION)) { // unknown month or day
                return month <= 12 && day <= COORDINATION + 31;
            }
            // The number lacks the century; the 29th of February of a year 00 can only have been in 2000.
            LocalDate.of(
                    2000 + Integer.parseInt(digits, 0, 2, 10), month, day > COORDINATION ? day - COORDINATION : day);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
