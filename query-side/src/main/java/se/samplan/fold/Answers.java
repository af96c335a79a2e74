package se.samplan.fold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;

/** The last answer of each lane to one entry: a reader who may not know one lane's is shown the others'. */
public record Answers<T>(@JsonValue SortedMap<LaneId, LatestFact<T>> byLane) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Answers {
        byLane = Collections.unmodifiableSortedMap(byLane);
    }

    public static <T> Answers<T> none() {
        return new Answers<>(new TreeMap<>());
    }

    /** These and the one that a lane gave then. */
    public Answers<T> and(LaneId by, T answer, FactTime when) {
        var next = new TreeMap<>(byLane);
        next.put(by, LatestFact.of(byLane.get(by), answer, when));
        return new Answers<>(next);
    }

    /** Those of some lanes. */
    public Answers<T> by(Predicate<LaneId> known) {
        var next = new TreeMap<>(byLane);
        next.keySet().removeIf(known.negate());
        return new Answers<>(next);
    }

    /** The answer that holds. */
    public @Nullable LatestFact<T> latest() {
        LatestFact<T> latest = null;
        for (var each : byLane.values()) {
            latest = LatestFact.of(latest, each.value(), each.when());
        }
        return latest;
    }

    public boolean isEmpty() {
        return byLane.isEmpty();
    }
}
