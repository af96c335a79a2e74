package se.samplan.client.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Draws enrolments: their first days, and their last where they ended in the year. */
final class Periods {

    /** From a first day, never after the 28th, so that every way of counting months agrees, to a last one. */
    record Period(LocalDate from, @Nullable LocalDate to) {}

    private final int year;
    private final SeededRandom random;

    Periods(int year, SeededRandom random) {
        this.year = year;
        this.random = random;
    }

    Period of(Length length, boolean begun) {
        return switch (length) {
            case WITHIN_3_MONTHS ->
                begun ? upTo(start(day(1, 10), day(12, 5)), 3) : upTo(start(before(10, 12), before(12, 20)), 3);
            case FROM_3_TO_6_MONTHS ->
                begun ? from(start(day(1, 10), day(8, 20)), 3, 6) : from(start(before(7, 20), before(12, 20)), 3, 6);
            case FROM_6_TO_24_MONTHS -> begun ? from(start(day(1, 10), day(5, 28)), 6, 24) : back(6, 24);
            case OVER_24_MONTHS -> back(24, 40);
            case ONGOING ->
                new Period(
                        begun
                                ? start(day(1, 10), day(12, 10))
                                : start(before(1, 10).minusYears(1), before(12, 20)),
                        null);
        };
    }

    /** Two short enrolments within the year, weeks apart. */
    Period[] twice() {
        var first = start(day(1, 10), day(6, 20));
        var firstEnd = first.plusDays(random.between(14, 42));
        var second = clipped(firstEnd.plusDays(random.between(25, 90)));
        return new Period[] {new Period(first, firstEnd), new Period(second, second.plusDays(random.between(14, 42)))};
    }

    /** An enrolment that was over before the year began. */
    Period earlier() {
        var from = start(before(1, 10), before(9, 28));
        return new Period(from, random.day(from.plusDays(20), before(12, 18)));
    }

    LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private LocalDate before(int month, int day) {
        return LocalDate.of(year - 1, month, day);
    }

    private LocalDate start(LocalDate first, LocalDate last) {
        return clipped(random.day(first, last));
    }

    private static LocalDate clipped(LocalDate day) {
        return day.getDayOfMonth() > 28 ? day.withDayOfMonth(28) : day;
    }

    private Period upTo(LocalDate from, int months) {
        return ended(from, from.plusDays(10), from.plusMonths(months));
    }

    private Period from(LocalDate from, int over, int upTo) {
        return ended(from, from.plusMonths(over).plusDays(1), from.plusMonths(upTo));
    }

    /** Some last just as long as the class allows. */
    private Period ended(LocalDate from, LocalDate first, LocalDate last) {
        var earliest = first.isBefore(day(1, 4)) ? day(1, 4) : first;
        var latest = last.isAfter(day(12, 30)) ? day(12, 30) : last;
        return new Period(from, random.oneIn(10) ? latest : random.day(earliest, latest));
    }

    /** An enrolment that began in an earlier year: from its end back. */
    private Period back(int over, int upTo) {
        var to = clipped(random.day(day(1, 10), day(12, 20)));
        var first = to.minusMonths(upTo);
        var last = to.minusMonths(over).minusDays(1);
        var latest = last.isAfter(before(12, 20)) ? before(12, 20) : last;
        return new Period(random.oneIn(10) ? first : clipped(random.day(first, latest)), to);
    }
}
