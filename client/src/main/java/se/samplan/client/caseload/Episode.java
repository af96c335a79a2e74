package se.samplan.client.caseload;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One referral and the enrolment that followed it, either of which may be missing.
 *
 * @param source who sent the person, by the code of the API
 * @param ended absent while the enrolment goes on
 */
record Episode(
        @Nullable LocalDate referred,
        @Nullable String source,
        @Nullable LocalDate withoutWorkSince,
        @Nullable LocalDate enrolled,
        @Nullable LocalDate ended) {

    boolean isReferredIn(int year) {
        return referred != null && referred.getYear() == year;
    }

    boolean isEnrolledIn(int year) {
        return enrolled != null && enrolled.getYear() <= year && (ended == null || ended.getYear() >= year);
    }
}
