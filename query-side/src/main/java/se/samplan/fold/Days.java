package se.samplan.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as they are counted in Sweden. */
public final class Days {

    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private Days() {}

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, SWEDEN);
    }
}
