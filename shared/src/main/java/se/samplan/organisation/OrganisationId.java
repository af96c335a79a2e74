package se.samplan.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An organisation's code: Statistics Sweden's for a municipality ({@code 1481}), otherwise one chosen at its
 * registration.
 */
public record OrganisationId(@JsonValue String value) implements Comparable<OrganisationId> {

    /** The agency, which is one organisation nationwide; its offices are organisations of their own. */
    public static final OrganisationId AGENCY = new OrganisationId("AF");

    /** The form of a code: without a colon, which follows it in lanes, and never like an identity number. */
    public static final String PATTERN = "(?!.*[0-9]{6}-?[0-9TRSUWXJKLMN][0-9]{3})[A-Z0-9ÅÄÖ][A-Z0-9ÅÄÖ-]{0,39}";

    private static final Pattern CODE = Pattern.compile(PATTERN);

    /** Shorter codes cannot look like an identity number. */
    private static final int SHORT = 10;

    /** Whether it looks like a code. */
    public static boolean isCode(String written) {
        return isShortAndPlain(written) || CODE.matcher(written).matches();
    }

    /**
     * A fast path for nearly all codes: the pattern is many times slower, and every replayed event would pay for it.
     */
    private static boolean isShortAndPlain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return !written.isEmpty() && written.length() < SHORT;
    }

    /**
     * Reads a code that was sent or stored.
     *
     * @throws IllegalArgumentException if it does not look like one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrganisationId of(String written) {
        if (!isCode(written)) {
            throw new IllegalArgumentException("an organisation's code is short and of capitals, digits and hyphens");
        }
        return new OrganisationId(written);
    }

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
