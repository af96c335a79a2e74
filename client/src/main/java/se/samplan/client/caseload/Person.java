package se.samplan.client.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Somebody of the caseload, who counts where it is said; the identity number comes in only when the person is registered.
 *
 * @param number the running number, from 1
 * @param sex {@code men} or {@code women}, as the tables name them
 * @param education the table's column
 */
record Person(
        int number,
        String municipality,
        Purpose purpose,
        String sex,
        int birthYear,
        NumberKind numberKind,
        String education,
        WithoutWork withoutWork,
        List<Episode> stays) {

    /** What kind of identity number the person has. */
    enum NumberKind {
        PERSONAL_NUMBER,
        COORDINATION_NUMBER,
        INTERIM_NUMBER
    }

    boolean isMan() {
        return sex.equals("men");
    }

    Episode first() {
        return stays.getFirst();
    }

    /** The days that a story has, from the enrolment to its end or the end of the year; none for those who come back. */
    int room(int year) {
        var enrolled = first().enrolled();
        if (purpose != Purpose.PARTICIPANT || stays.size() > 1 || enrolled == null) {
            return 0;
        }
        var ended = first().ended();
        var last = ended == null ? LocalDate.of(year, 12, 28) : ended;
        return (int) ChronoUnit.DAYS.between(enrolled, last);
    }
}
