package se.samplan.client.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How long a person had been without work before the enrolment, in the order of the table's columns. */
enum WithoutWork {
    UNDER_6_MONTHS,
    /** Exactly 24 months belong here. */
    FROM_6_TO_24_MONTHS,
    OVER_24_MONTHS,
    UNKNOWN;

    static WithoutWork ofColumn(String column) {
        return values()[PublishedTable.TIME_WITHOUT_WORK.columns().indexOf(column)];
    }

    /** A day since when, such that the class is the same at the referral, at most 20 days before, and at the enrolment. */
    @Nullable
    LocalDate since(LocalDate enrolled, boolean young, SeededRandom random) {
        return switch (this) {
            case UNDER_6_MONTHS -> enrolled.minusDays(random.between(25, 160));
            case FROM_6_TO_24_MONTHS ->
                random.oneIn(12)
                        ? enrolled.minusMonths(24)
                        : enrolled.minusMonths(random.between(7, 23)).minusDays(random.between(0, 20));
            case OVER_24_MONTHS -> enrolled.minusMonths(25).minusDays(random.between(0, young ? 300 : 2500));
            case UNKNOWN -> null;
        };
    }
}
