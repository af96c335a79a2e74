package se.samplan.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Time without work before enrolment, in the classes of the national statistics. */
enum WithoutWork {
    UNDER_6_MONTHS,
    FROM_6_TO_24_MONTHS,
    OVER_24_MONTHS,
    UNKNOWN;

    /** In calendar months; exactly 6 and exactly 24 belong to the middle class. */
    static WithoutWork of(@Nullable LocalDate since, LocalDate enrolled) {
        if (since == null) {
            return UNKNOWN;
        }
        if (enrolled.isBefore(since.plusMonths(6))) {
            return UNDER_6_MONTHS;
        }
        return enrolled.isAfter(since.plusMonths(24)) ? OVER_24_MONTHS : FROM_6_TO_24_MONTHS;
    }
}
