package se.samplan.subsidy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casework.LaneId;
import se.samplan.fold.LatestFact;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows the requests for a subsidy decision, with the decision for readers who may know the deciding lane. */
public final class SubsidyPresenter {

    /**
     * A request for a subsidy decision.
     *
     * @param proposedGrant what a mandate holder proposes, until it is decided
     * @param grant what was approved
     */
    public record SubsidyShown(
            UUID subsidyRequestId,
            LaneId by,
            LaneId to,
            Coded scheme,
            String employer,
            @Nullable String position,
            int extentPercent,
            LocalDate wantedStart,
            LocalDate windowClosesOn,
            Coded state,
            LocalDate requestedOn,
            boolean overdue,
            @Nullable LocalDate decidedOn,
            @Nullable GrantShown proposedGrant,
            @Nullable GrantShown grant,
            @Nullable Coded refusalReason) {}

    /** The level and period of a subsidy. */
    public record GrantShown(int levelPercent, LocalDate from, LocalDate to) {}

    private SubsidyPresenter() {}

    public static List<SubsidyShown> present(CaseReading reading) {
        return reading.all(SubsidyEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(Comparator.comparing(SubsidyShown::requestedOn).thenComparing(SubsidyShown::subsidyRequestId))
                .toList();
    }

    private static Stream<SubsidyShown> visible(CaseReading reading, SubsidyEntry entry) {
        var made = entry.requested();
        if (made == null || !reading.isVisible(made.entry())) {
            return Stream.empty();
        }
        var known = entry.answeredBy(reading.answerersOf(made.entry()));
        var decision = known.decision();
        var proposed = known.proposed();
        var over = reading.today().isAfter(made.windowClosesOn());
        // By the clock alone: whether there is a decision may be hidden from the reader.
        var lapsed = over && (known.isOpen() || known.state() == SubsidyState.LAPSED);
        return Stream.of(new SubsidyShown(
                made.entry(),
                made.lane(),
                made.to(),
                Texts.of(made.scheme()),
                made.employer().value(),
                reading.text(made, SubsidyDecisionRequested.POSITION),
                made.extentPercent(),
                made.wantedStart(),
                made.windowClosesOn(),
                Texts.of(lapsed ? SubsidyState.LAPSED : known.state()),
                SwedishDays.of(made.effectiveAt()),
                lapsed,
                LatestFact.day(decision),
                decision != null || proposed == null ? null : grant(proposed.value()),
                decision == null ? null : grant(decision.value().grant()),
                decision == null ? null : Texts.ofNullable(decision.value().refused())));
    }

    private static @Nullable GrantShown grant(SubsidyEntry.@Nullable Grant grant) {
        return grant == null ? null : new GrantShown(grant.levelPercent(), grant.from(), grant.to());
    }
}
