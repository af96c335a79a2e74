package se.samplan.http;

import java.util.regex.Pattern;

/** Reads whole numbers in paths and queries in their one form: Java's own also take {@code +5}, {@code 0x10} and other digits. */
final class Numbers {

    private static final Pattern FORM = Pattern.compile("0|-?[1-9][0-9]{0,9}");

    private Numbers() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Integer parse(String written) {
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.valueOf(written);
    }
}
