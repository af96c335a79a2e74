package se.samplan.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What holds by the latest of the facts that said something about it, in whatever order they were recorded. */
public record LatestFact<T>(T value, FactTime when) {

    /** The later of what was known and what is said now. */
    public static <T> LatestFact<T> of(@Nullable LatestFact<T> known, T value, FactTime when) {
        return known != null && known.when().compareTo(when) > 0 ? known : new LatestFact<>(value, when);
    }

    /** The day in Sweden since when it holds. */
    public static @Nullable LocalDate day(@Nullable LatestFact<?> fact) {
        return fact == null ? null : FactTime.day(fact.when());
    }
}
