package se.samplan.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;

/**
 * A moment in a request: an instant with its offset, or a day in Europe/Stockholm.
 *
 * @param instant the instant, or the first of the day
 * @param day absent for an instant
 */
public record Moment(Instant instant, @Nullable LocalDate day) {

    /** How a day is written: within the years that every store and all day arithmetic can represent. */
    static final String DAY = "(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}";

    /** How an instant is written: as RFC 3339 has it, without leap seconds. */
    static final String INSTANT =
            DAY + "T[0-9]{2}:[0-9]{2}:[0-5][0-9]([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])";

    private static final Pattern DAYS = Pattern.compile(DAY);
    private static final Pattern INSTANTS = Pattern.compile(INSTANT);

    /**
     * Reads a day.
     *
     * @throws DateTimeParseException if there is no such day
     */
    static @Nullable LocalDate day(String text) {
        return DAYS.matcher(text).matches() ? LocalDate.parse(text) : null;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Moment of(String text) {
        try {
            var day = day(text);
            if (day != null) {
                return new Moment(SwedishDays.startOf(day), day);
            }
            if (!INSTANTS.matcher(text).matches()) {
                throw new IllegalArgumentException("a moment is between the years 1900 and 2200");
            }
            return new Moment(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS), null);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a moment is an instant or a day in ISO 8601", e);
        }
    }
}
