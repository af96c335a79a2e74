package se.samplan.collision;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one found collision between the activities of two lanes. */
public record CollisionId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CollisionId {}

    public static CollisionId random() {
        return new CollisionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
