package se.samplan.command;

import static se.samplan.refusal.Rejected.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import se.samplan.calendar.SwedishDays;
import se.samplan.refusal.Rejected;

/**
 * When a command took effect in the world: at an instant, or on a day in Europe/Stockholm.
 *
 * <p>A day is not an instant: what happened on a day is not before anything else of that day, and within one day the
 * order of recording decides. So the instant to store depends on what must not come after it.
 *
 * @param earliest the instant itself, or the first of the day
 * @param latest the instant itself, or the last of the day
 */
public record EffectiveAt(Instant earliest, Instant latest) {

    public static EffectiveAt instant(Instant instant) {
        return new EffectiveAt(instant, instant);
    }

    public static EffectiveAt day(LocalDate day) {
        return new EffectiveAt(SwedishDays.startOf(day), SwedishDays.endOf(day).minus(1, ChronoUnit.MICROS));
    }

    /** The instant of what depends on nothing recorded before. */
    public Instant withoutCause() {
        return earliest;
    }

    /**
     * The instant of what a cause made possible: not before it.
     *
     * @throws Rejected {@code BEFORE_ITS_CAUSE}
     */
    public Instant notBefore(Instant cause) {
        when(isBefore(cause), TimeRefusal.BEFORE_ITS_CAUSE);
        return earliest.isBefore(cause) ? cause : earliest;
    }

    public boolean isBefore(Instant cause) {
        return latest.isBefore(cause);
    }

    /** The instant that rules judge by: all that was recorded of that day so far counts. */
    public Instant judgedAt(Instant now) {
        return latest.isBefore(now) ? latest : now;
    }

    /**
     * Refuses what has not happened yet.
     *
     * @throws Rejected {@code IN_THE_FUTURE}
     */
    public void requireNotAfter(Instant now) {
        when(earliest.isAfter(now), TimeRefusal.IN_THE_FUTURE);
    }
}
