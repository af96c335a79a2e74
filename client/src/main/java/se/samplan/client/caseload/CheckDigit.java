package se.samplan.client.caseload;

/** The check digit that Swedish identity and organisation numbers end with (Luhn; SKV 704). */
final class CheckDigit {

    private CheckDigit() {}

    /** Nine digits and the tenth that belongs to them. */
    static String append(String nineDigits) {
        int sum = 0;
        for (int i = 0; i < nineDigits.length(); i++) {
            int weighted = (nineDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return nineDigits + (10 - sum % 10) % 10;
    }
}
