package se.samplan.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An organisation's code: Statistics Sweden's for a municipality ({@code 1481}), else one chosen at its registration. */
public record OrganisationId(@JsonValue String value) implements Comparable<OrganisationId> {

    /** The agency, which is one organisation nationwide; its offices are organisations of their own. */
    public static final OrganisationId AGENCY = new OrganisationId("AF");

    /** What a code looks like; it stands in lanes before a colon. */
    public static final String PATTERN = "[A-Z0-9ÅÄÖ][A-Z0-9ÅÄÖ-]{0,39}";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {}

    @Override
    public int compareTo(OrganisationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
