package se.samplan.clearance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one request for clearance and its answer. */
public record ClearanceId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClearanceId {}

    public static ClearanceId random() {
        return new ClearanceId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
