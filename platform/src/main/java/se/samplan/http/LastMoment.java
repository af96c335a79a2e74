package se.samplan.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import se.samplan.calendar.SwedishDays;

/**
 * The end of a period in a request: an instant with its offset, or a last day in Europe/Stockholm, which is included.
 *
 * @param end the first instant that is no longer part of the period
 */
public record LastMoment(Instant end) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LastMoment of(String text) {
        var moment = Moment.of(text);
        var day = moment.day();
        return new LastMoment(day == null ? moment.instant() : SwedishDays.endOf(day));
    }
}
