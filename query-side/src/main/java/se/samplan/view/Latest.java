package se.samplan.view;

import org.jspecify.annotations.Nullable;

/** What holds by the latest of the facts that said something about it, in whatever order they were recorded. */
public record Latest<T>(T value, When when) {

    /** The later of what was known and what is said now. */
    public static <T> Latest<T> of(@Nullable Latest<T> known, T value, When when) {
        return known != null && known.when().compareTo(when) > 0 ? known : new Latest<>(value, when);
    }
}
