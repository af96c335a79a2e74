package se.samplan.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one period of registration with the agency. */
public record RegistrationId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegistrationId {}

    public static RegistrationId random() {
        return new RegistrationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
