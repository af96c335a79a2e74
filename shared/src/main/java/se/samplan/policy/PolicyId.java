package se.samplan.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one dated policy of an organisation. */
public record PolicyId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PolicyId {}

    public static PolicyId random() {
        return new PolicyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
