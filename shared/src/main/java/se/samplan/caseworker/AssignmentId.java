package se.samplan.caseworker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one assignment of a responsible caseworker to a lane of a case. */
public record AssignmentId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssignmentId {}

    public static AssignmentId random() {
        return new AssignmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
