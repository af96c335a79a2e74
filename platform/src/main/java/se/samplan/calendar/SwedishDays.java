package se.samplan.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of Sweden's calendar: a day without a time begins at midnight, a due day ends with its last instant. */
public final class SwedishDays {

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private SwedishDays() {}

    public static LocalDate of(Instant instant) {
        return instant.atZone(STOCKHOLM).toLocalDate();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(STOCKHOLM).toInstant();
    }

    /** The first instant that no longer belongs to the day. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
