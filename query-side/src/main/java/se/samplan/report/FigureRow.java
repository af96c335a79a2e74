package se.samplan.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sex;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralSource;

/** One case's contribution to the figures of one lane. */
record FigureRow(
        LaneId lane,
        LocalDate from,
        LocalDate to,
        @Nullable TakingPart takingPart,
        @Nullable ReferralSource source) {

    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /** A period in a programme; local dates, inclusive. */
    record TakingPart(
            Sex sex,
            int birthYear,
            WithoutWork withoutWork,
            Education education,
            @Nullable EnrolmentLength length) {}

    static FigureRow takesPart(LaneId lane, LocalDate from, @Nullable LocalDate to, TakingPart part) {
        return new FigureRow(lane, from, to == null ? OPEN : to, part, null);
    }

    static FigureRow referred(LaneId lane, LocalDate on, ReferralSource source) {
        return new FigureRow(lane, on, on, null, source);
    }

    boolean touches(int year) {
        return from.getYear() <= year && to.getYear() >= year;
    }
}
