package se.samplan.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import se.samplan.casework.EntryId;

/** Identifies one goal of a plan. */
public record GoalId(@JsonValue UUID value) implements EntryId {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GoalId {}

    public static GoalId random() {
        return new GoalId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
