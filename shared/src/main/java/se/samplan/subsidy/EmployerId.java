package se.samplan.subsidy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An employer: a legal person's organisation number, ten digits, or the vault's id of a sole trader, whose number is an
 * identity number.
 */
public record EmployerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmployerId {}

    @Override
    public String toString() {
        return value;
    }
}
