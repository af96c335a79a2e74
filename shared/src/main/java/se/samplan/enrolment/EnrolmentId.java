package se.samplan.enrolment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one period in which a person takes part at a labour-market unit. */
public record EnrolmentId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EnrolmentId {}

    public static EnrolmentId random() {
        return new EnrolmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
