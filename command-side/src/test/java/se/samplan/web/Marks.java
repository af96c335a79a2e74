package se.samplan.web;

/** What is sent in requests and must come back in no refusal. */
final class Marks {

    static final String TEXT = "Hemligt om personen";

    /** A sole trader's organisation number, made up: a coordination number whose day is raised by 60. */
    static final String SOLE_TRADER = soleTrader("900161238");

    private Marks() {}

    private static String soleTrader(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int digit = Character.digit(nine.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return nine.substring(0, 6) + "-" + nine.substring(6) + (10 - sum % 10) % 10;
    }
}
