package se.samplan.fold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of one kind in a case, by their ids. */
public record Entries<E>(@JsonValue SortedMap<UUID, E> byId) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Entries {
        byId = Collections.unmodifiableSortedMap(byId);
    }

    public static <E> Entries<E> none() {
        return new Entries<>(new TreeMap<>());
    }

    /** Applies a step to one entry, starting from {@code nothing} if it does not exist yet. */
    public Entries<E> evolve(UUID id, E nothing, UnaryOperator<E> step) {
        var next = new TreeMap<>(byId);
        next.put(id, step.apply(byId.getOrDefault(id, nothing)));
        return new Entries<>(next);
    }

    public @Nullable E get(UUID id) {
        return byId.get(id);
    }

    /** All but those entered in error. */
    public Stream<E> except(Set<UUID> inError) {
        return byId.entrySet().stream()
                .filter(entry -> !inError.contains(entry.getKey()))
                .map(Map.Entry::getValue);
    }
}
