package se.samplan.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;

/**
 * A moment in a request: an instant with its offset, or a day in Europe/Stockholm.
 *
 * @param instant the instant, or the first of the day
 * @param day absent for an instant
 */
public record Moment(Instant instant, @Nullable LocalDate day) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    static boolean isWithinReach(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Moment of(String text) {
        try {
            var day = text.length() == "2022-01-01".length() ? LocalDate.parse(text) : null;
            var instant = day == null ? OffsetDateTime.parse(text).toInstant() : SwedishDays.startOf(day);
            if (!isWithinReach(SwedishDays.of(instant))) {
                throw new IllegalArgumentException("a moment is between the years 1900 and 2200");
            }
            return new Moment(instant.truncatedTo(ChronoUnit.MICROS), day);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a moment is an instant or a day in ISO 8601", e);
        }
    }
}
