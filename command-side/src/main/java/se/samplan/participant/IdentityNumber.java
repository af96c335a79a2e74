package se.samplan.participant;

import static se.samplan.participant.IdentityNumberRefusal.IDENTITY_NUMBER_CHECK_DIGIT;
import static se.samplan.participant.IdentityNumberRefusal.IDENTITY_NUMBER_IN_FUTURE;
import static se.samplan.participant.IdentityNumberRefusal.IDENTITY_NUMBER_MALFORMED;
import static se.samplan.participant.IdentityNumberRefusal.IDENTITY_NUMBER_NO_SUCH_DATE;
import static se.samplan.participant.IdentityNumberRefusal.IDENTITY_NUMBER_WITHOUT_CENTURY;
import static se.samplan.refusal.Rejected.unless;
import static se.samplan.refusal.Rejected.when;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import se.samplan.casework.Sex;
import se.samplan.refusal.Rejected;
import se.samplan.vault.SecretNumber;

/**
 * A checked identity number: personnummer (folkbokföringslagen 18 §), samordningsnummer, whose day is raised by 60, or
 * interim number, which has a letter for the first serial digit and no check digit. Only the vault reads its digits.
 */
public final class IdentityNumber implements SecretNumber {

    /** Small letters are read as capitals, but only those of ASCII. */
    private static final String SERIAL = "([0-9]{4}|[TRSUWXJKLMNtrsuwxjklmn][0-9]{3})";

    private static final Pattern SHAPE = Pattern.compile("[0-9]{8}-?" + SERIAL);
    private static final Pattern WITHOUT_CENTURY = Pattern.compile("[0-9]{6}[-+]?" + SERIAL);

    /** Numbers were introduced in 1947; nobody who got one was born earlier. */
    private static final LocalDate EARLIEST = LocalDate.of(1840, 1, 1);

    private static final int COORDINATION = 60;
    private static final String NO_SERIAL = "000";

    private final String characters;
    private final LocalDate birthDate;

    private IdentityNumber(String characters) {
        this.characters = characters;
        this.birthDate = birthDate(characters);
    }

    /**
     * Parses a number, with or without its hyphen.
     *
     * @param today nobody is born after it
     * @throws Rejected with a code of {@link IdentityNumberRefusal}; no refusal quotes the number
     */
    public static IdentityNumber parse(String text, LocalDate today) {
        when(WITHOUT_CENTURY.matcher(text).matches(), IDENTITY_NUMBER_WITHOUT_CENTURY);
        unless(SHAPE.matcher(text).matches(), IDENTITY_NUMBER_MALFORMED);
        var number = new IdentityNumber(text.toUpperCase(Locale.ROOT).replace("-", ""));
        unless(
                number.kind() == NumberKind.INTERIM_NUMBER || CheckDigit.holds(number.characters.substring(2)),
                IDENTITY_NUMBER_CHECK_DIGIT);
        when(number.characters.startsWith(NO_SERIAL, 8), IDENTITY_NUMBER_MALFORMED);
        when(number.birthDate.isAfter(today), IDENTITY_NUMBER_IN_FUTURE);
        return number;
    }

    public NumberKind kind() {
        if (Character.isLetter(characters.charAt(8))) {
            return NumberKind.INTERIM_NUMBER;
        }
        return day(characters) >= COORDINATION ? NumberKind.COORDINATION_NUMBER : NumberKind.PERSONAL_NUMBER;
    }

    /** By the third serial digit, in interim numbers too: odd for men. */
    public Sex sex() {
        return characters.charAt(10) % 2 == 1 ? Sex.MAN : Sex.WOMAN;
    }

    /** The earliest that it can be: a coordination number may leave the month or the day open. */
    public LocalDate birthDate() {
        return birthDate;
    }

    @Override
    public Subject subject() {
        return Subject.PARTICIPANT;
    }

    @Override
    public String revealed() {
        return characters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityNumber number && number.characters.equals(characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    @Override
    public String toString() {
        return "IdentityNumber[hidden]";
    }

    private static LocalDate birthDate(String characters) {
        try {
            int year = Integer.parseInt(characters, 0, 4, 10);
            int month = Integer.parseInt(characters, 4, 6, 10);
            int day = day(characters);
            // An interim number has the plain birth date: its letter already says what it is.
            boolean raised = day >= COORDINATION && !Character.isLetter(characters.charAt(8));
            var date = raised ? earliest(year, month, day - COORDINATION) : LocalDate.of(year, month, day);
            when(date.isBefore(EARLIEST), IDENTITY_NUMBER_NO_SUCH_DATE);
            return date;
        } catch (DateTimeException _) {
            throw new Rejected(IDENTITY_NUMBER_NO_SUCH_DATE);
        }
    }

    /** Of an unknown month (00) the day tells nothing, but it is a day of some month; an unknown day is 0. */
    private static LocalDate earliest(int year, int month, int day) {
        if (month > 0) {
            return LocalDate.of(year, month, Math.max(day, 1));
        }
        if (day > 31) {
            throw new Rejected(IDENTITY_NUMBER_NO_SUCH_DATE);
        }
        return LocalDate.of(year, 1, 1);
    }

    private static int day(String characters) {
        return Integer.parseInt(characters, 6, 8, 10);
    }
}
