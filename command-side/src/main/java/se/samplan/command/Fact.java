package se.samplan.command;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.samplan.store.Query;

/**
 * Something that a command needs to know beside its stream: read in its first round trip, handed on in its metadata.
 *
 * @param key the key in the metadata
 * @param value its value, computed from the rows; nothing if absent
 * @param stream if present, the query names one more stream for the command to read
 */
public record Fact<T>(
        String key,
        Query<T> query,
        Function<List<T>, @Nullable Object> value,
        @Nullable Query<UUID> stream) {

    /** The single row, if there is one. */
    public static <T> Fact<T> first(String key, Query<T> query) {
        return new Fact<>(key, query, Fact::firstOf, null);
    }

    /** The single row, if there is one, as the id of one more stream that the command reads. */
    public static Fact<UUID> firstStream(String key, Query<UUID> query) {
        return new Fact<>(key, query, Fact::firstOf, query);
    }

    /** All rows, as a set. */
    public static <T> Fact<T> all(String key, Query<T> query) {
        return of(key, query, Set::copyOf);
    }

    /** Whether there is any row. */
    public static <T> Fact<T> exists(String key, Query<T> query) {
        return of(key, query, rows -> !rows.isEmpty());
    }

    /** A value computed from the rows. */
    public static <T> Fact<T> of(String key, Query<T> query, Function<List<T>, @Nullable Object> value) {
        return new Fact<>(key, query, value, null);
    }

    private static @Nullable Object firstOf(List<?> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }
}
