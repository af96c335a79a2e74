package se.samplan.referral;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casefile.LaneEntry;
import se.samplan.casefile.OnAxis;
import se.samplan.casework.LaneId;
import se.samplan.fold.LatestFact;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the referrals of a case to readers who may know them. */
public final class ReferralPresenter {

    /** A referral, as far as its reader may know it. */
    public record ReferralShown(
            UUID referralId,
            LaneId to,
            Coded source,
            @Nullable Coded otherSource,
            Coded targetGroup,
            Coded socialAssistance,
            @Nullable LocalDate withoutWorkSince,
            Coded education,
            @Nullable Coded desiredOutcome,
            @Nullable String reason,
            LocalDate on,
            LocalDate respondBy,
            Coded state,
            @Nullable Coded answerReason,
            @Nullable LocalDate answeredOn,
            boolean overdue)
            implements OnAxis {

        @Override
        public Days days() {
            return new Days(on, on);
        }
    }

    private final CaseReading reading;

    private ReferralPresenter(CaseReading reading) {
        this.reading = reading;
    }

    public static Stream<LaneEntry<ReferralShown>> present(CaseReading reading) {
        return reading.all(ReferralEntry.class)
                .flatMap(new ReferralPresenter(reading)::visible)
                .sorted(LaneEntry.BY_DAY);
    }

    private Stream<LaneEntry<ReferralShown>> visible(ReferralEntry entry) {
        var made = entry.made();
        if (made == null || !reading.isVisible(made.entry())) {
            return Stream.empty();
        }
        var from = SwedishDays.of(made.effectiveAt());
        return Stream.of(
                new LaneEntry<>(made.lane(), from, made.entry(), reading.why(made.entry()), shown(entry, made, from)));
    }

    private ReferralShown shown(ReferralEntry entry, ReferralMade made, LocalDate on) {
        var known = entry.answeredBy(reading.answerersOf(made.entry()));
        var answer = known.answer();
        var overdue = answer == null && reading.today().isAfter(made.respondBy());
        // By the clock alone: whether there is an answer may be hidden from the reader.
        var state = overdue ? ReferralState.OVERDUE : known.state();
        return new ReferralShown(
                made.entry(),
                made.to(),
                Texts.of(made.source()),
                Texts.ofNullable(made.otherSource()),
                Texts.of(made.targetGroup()),
                Texts.of(made.socialAssistance()),
                made.withoutWorkSince(),
                Texts.of(made.education()),
                Texts.ofNullable(made.desiredOutcome()),
                reading.text(made, ReferralMade.REASON),
                on,
                made.respondBy(),
                Texts.of(state),
                answer == null
                        ? null
                        : Texts.ofNullable(
                                answer.value().declined() != null
                                        ? answer.value().declined()
                                        : answer.value().withdrawn()),
                LatestFact.day(answer),
                overdue);
    }
}
