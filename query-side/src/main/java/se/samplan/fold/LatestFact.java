package se.samplan.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The value that the latest fact gives, in whatever order the facts were recorded. */
public record LatestFact<T>(T value, FactTime when) {

    /** The later of the known fact and the new one. */
    public static <T> LatestFact<T> of(@Nullable LatestFact<T> known, T value, FactTime when) {
        return known != null && known.when().compareTo(when) > 0 ? known : new LatestFact<>(value, when);
    }

    /** The Swedish day from which it holds. */
    public static @Nullable LocalDate day(@Nullable LatestFact<?> fact) {
        return fact == null ? null : FactTime.day(fact.when());
    }
}
