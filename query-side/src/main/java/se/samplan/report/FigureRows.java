package se.samplan.report;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.enrolment.EnrolmentEntry;
import se.samplan.enrolment.EnrolmentForm;
import se.samplan.referral.Education;
import se.samplan.referral.ReferralEntry;
import se.samplan.referral.ReferralEvent;
import se.samplan.referral.ReferralId;
import se.samplan.referral.ReferralState;

/** A case's rows in the figures: its programmes, and its referrals that were not withdrawn. */
final class FigureRows {

    private FigureRows() {}

    static Stream<FigureRow> of(Figures figures) {
        var person = figures.person();
        if (person == null) {
            return Stream.empty();
        }
        var programmes = figures.enrolments().except(figures.inError()).map(entry -> programme(figures, person, entry));
        var referrals = figures.referrals().except(figures.inError()).map(FigureRows::referral);
        return Stream.concat(programmes, referrals).filter(Objects::nonNull);
    }

    /** Excludes holiday jobs and placements of young people. */
    private static @Nullable FigureRow programme(Figures figures, Figures.Person person, EnrolmentEntry entry) {
        var enrolled = entry.enrolled();
        if (enrolled == null || enrolled.form() != EnrolmentForm.PROGRAMME) {
            return null;
        }
        var from = SwedishDays.of(enrolled.effectiveAt());
        var ended = entry.ended();
        var to = ended == null ? null : SwedishDays.of(ended.when().effectiveAt());
        var referral = referralOf(figures, enrolled.referralId());
        var part = new FigureRow.TakingPart(
                person.sex(),
                person.birthYear(),
                WithoutWork.of(referral == null ? null : referral.withoutWorkSince(), from),
                referral == null ? Education.NOT_VALIDATED : referral.education(),
                to == null ? null : EnrolmentLength.of(from, to));
        return FigureRow.takesPart(enrolled.lane(), from, to, part);
    }

    /** Excludes withdrawn referrals; counts declined and unanswered ones. */
    private static @Nullable FigureRow referral(ReferralEntry entry) {
        var made = entry.made();
        if (made == null || entry.state() == ReferralState.WITHDRAWN) {
            return null;
        }
        return FigureRow.referred(made.to(), SwedishDays.of(made.effectiveAt()), made.source());
    }

    private static ReferralEvent.@Nullable ReferralMade referralOf(Figures figures, @Nullable ReferralId id) {
        var entry = id == null || figures.inError().contains(id.value())
                ? null
                : figures.referrals().get(id.value());
        return entry == null ? null : entry.made();
    }
}
