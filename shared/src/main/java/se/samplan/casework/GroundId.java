package se.samplan.casework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one legal ground, a consent among them. */
public record GroundId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GroundId {}

    public static GroundId random() {
        return new GroundId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
