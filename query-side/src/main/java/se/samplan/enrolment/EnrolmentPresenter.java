package se.samplan.enrolment;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casework.Audience;
import se.samplan.casework.InformationKind;
import se.samplan.enrolment.EnrolmentEvent.ParticipantEnrolled;
import se.samplan.fold.LatestFact;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the enrolments of a case; start and outcome each have their own readers. */
public final class EnrolmentPresenter {

    /** An enrolment; its end and outcome are another kind of information than its start, and are shown separately. */
    public record EnrolmentShown(
            UUID enrolmentId,
            @Nullable Coded form,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Coded outcome)
            implements OnAxis {

        @Override
        public Days days() {
            return new Days(from, to);
        }
    }

    private EnrolmentPresenter() {}

    public static Stream<LaneEntry<EnrolmentShown>> present(CaseReading reading) {
        return reading.all(EnrolmentEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(LaneEntry.BY_DAY);
    }

    private static Stream<LaneEntry<EnrolmentShown>> visible(CaseReading reading, EnrolmentEntry entry) {
        var enrolled = entry.enrolled();
        if (enrolled == null) {
            return Stream.empty();
        }
        var audience = Audience.of(enrolled);
        var outcome = audience.of(InformationKind.OUTCOME);
        var showStart = reading.includes(audience);
        var showEnd = entry.ended() != null && reading.includes(outcome);
        if (!showStart && !showEnd) {
            return Stream.empty();
        }
        return Stream.of(new LaneEntry<>(
                enrolled.lane(),
                showStart ? SwedishDays.of(enrolled.effectiveAt()) : null,
                enrolled.entry(),
                reading.why(showStart ? audience : outcome),
                shown(enrolled, showStart, showEnd ? entry.ended() : null)));
    }

    private static EnrolmentShown shown(
            ParticipantEnrolled enrolled, boolean showStart, @Nullable LatestFact<Outcome> ended) {
        return new EnrolmentShown(
                enrolled.entry(),
                showStart ? Texts.of(enrolled.form()) : null,
                showStart ? enrolled.unit() : null,
                showStart ? SwedishDays.of(enrolled.effectiveAt()) : null,
                LatestFact.day(ended),
                ended == null ? null : Texts.of(ended.value()));
    }
}
