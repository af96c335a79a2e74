package se.samplan.participant;

/** The check digit that Swedish identity and organisation numbers end with (Luhn; SKV 704). */
public final class CheckDigit {

    private static final int DIGITS = 10;

    private CheckDigit() {}

    /** Whether the last of these ten digits is right. */
    public static boolean holds(String tenDigits) {
        if (tenDigits.length() != DIGITS) {
            throw new IllegalArgumentException("the check digit is one of ten digits");
        }
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            int weighted = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }
}
