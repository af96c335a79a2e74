package se.samplan.casework;

import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samplan.command.EffectiveAt;
import se.samplan.refusal.Reason;
import se.samplan.refusal.Rejected;

/**
 * A time from its first instant up to its end, which is no longer part of it. The only place that decides whether what
 * may hold once at a time holds twice.
 *
 * @param to absent while it goes on
 */
public record Period(Instant from, @Nullable Instant to) {

    public static Period since(Instant from) {
        return new Period(from, null);
    }

    public Period until(Instant end) {
        return new Period(from, end);
    }

    /** Whether some instant belongs to both; an empty period has none. */
    public boolean overlaps(Period other) {
        return !isEmpty() && !other.isEmpty() && beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    /** Whether every instant of the other belongs to this one. */
    public boolean covers(Period other) {
        return !other.from.isBefore(from) && (to == null || (other.to != null && !other.to.isAfter(to)));
    }

    /**
     * The period from a begin that depends on nothing recorded before.
     *
     * @param end absent if it goes on
     * @param taken the refusal if it overlaps one of the others
     * @throws Rejected {@code taken}, {@code BEFORE_ITS_CAUSE} for an end before the begin, or {@code IN_THE_FUTURE} for
     *     one not yet come
     */
    public static Period among(
            List<Period> others, Reason taken, EffectiveAt begin, @Nullable EffectiveAt end, Instant now) {
        return among(others, taken, begin, begin.withoutCause(), end, now);
    }

    /** As above, of a begin that a cause made possible. */
    public static Period among(
            List<Period> others,
            Reason taken,
            EffectiveAt begin,
            Instant notBefore,
            @Nullable EffectiveAt end,
            Instant now) {
        var from = afterEndsOfThatDay(others, begin, begin.notBefore(notBefore));
        if (end != null) {
            end.requireNotAfter(now);
        }
        var period = new Period(from, end == null ? null : end.notBefore(from));
        when(others.stream().anyMatch(period::overlaps), taken);
        return period;
    }

    /**
     * The period up to a last moment that is still ahead or may be: what is awaited goes on without an end being
     * recorded.
     *
     * @throws Rejected {@code taken}
     */
    public static Period whileAwaited(List<Period> others, Reason taken, EffectiveAt begin, Instant last) {
        var period = new Period(afterEndsOfThatDay(others, begin, begin.withoutCause()), last);
        when(others.stream().anyMatch(period::overlaps), taken);
        return period;
    }

    /** Within one day the order of recording decides: what began on a day began after what had ended that day. */
    private static Instant afterEndsOfThatDay(List<Period> others, EffectiveAt begin, Instant from) {
        var latest = from;
        for (var other : others) {
            var end = other.to;
            if (end != null && end.isAfter(latest) && !begin.isBefore(end)) {
                latest = end;
            }
        }
        return latest;
    }

    private boolean isEmpty() {
        return to != null && !to.isAfter(from);
    }

    private boolean beginsBeforeEndOf(Period other) {
        return other.to == null || from.isBefore(other.to);
    }
}
