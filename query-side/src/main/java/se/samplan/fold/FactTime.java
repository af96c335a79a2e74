package se.samplan.fold;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;

/**
 * When a fact took effect, and its place among the facts of that same instant.
 *
 * @param sequence its place in the case's stream
 */
public record FactTime(Instant effectiveAt, int sequence) implements Comparable<FactTime> {

    /** The earlier of the two: for facts to which a repetition adds nothing. */
    public static FactTime first(@Nullable FactTime known, FactTime when) {
        return known != null && known.compareTo(when) < 0 ? known : when;
    }

    /** The Swedish day on which it took effect. */
    public static @Nullable LocalDate day(@Nullable FactTime when) {
        return when == null ? null : SwedishDays.of(when.effectiveAt());
    }

    @Override
    public int compareTo(FactTime other) {
        var byTime = effectiveAt.compareTo(other.effectiveAt);
        return byTime != 0 ? byTime : Integer.compare(sequence, other.sequence);
    }
}
