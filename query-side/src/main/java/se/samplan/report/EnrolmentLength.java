package se.samplan.report;

import java.time.LocalDate;

/** The length of an enrolment, in the classes of the national statistics. */
enum EnrolmentLength {
    WITHIN_3_MONTHS,
    FROM_3_TO_6_MONTHS,
    FROM_6_TO_24_MONTHS,
    OVER_24_MONTHS;

    /** In calendar months between local dates; exactly 3, 6 and 24 belong to the shorter class. */
    static EnrolmentLength of(LocalDate from, LocalDate to) {
        if (!to.isAfter(from.plusMonths(3))) {
            return WITHIN_3_MONTHS;
        }
        if (!to.isAfter(from.plusMonths(6))) {
            return FROM_3_TO_6_MONTHS;
        }
        return to.isAfter(from.plusMonths(24)) ? OVER_24_MONTHS : FROM_6_TO_24_MONTHS;
    }
}
