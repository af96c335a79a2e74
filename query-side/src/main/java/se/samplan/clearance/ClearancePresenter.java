package se.samplan.clearance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseReading;
import se.samplan.casework.LaneId;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.fold.LatestFact;
import se.samplan.text.Coded;
import se.samplan.text.Texts;

/** Shows a case's requests for clearance, with their answers for readers who may know the answering lane. */
public final class ClearancePresenter {

    /**
     * A request for clearance.
     *
     * @param activityId null if the reader may not know the activity
     * @param overdue whether its deadline has passed without an answer, by the clock
     */
    public record ClearanceShown(
            UUID clearanceId,
            LaneId by,
            LaneId to,
            @Nullable UUID activityId,
            Coded state,
            LocalDate requestedOn,
            LocalDate respondBy,
            boolean overdue,
            @Nullable LocalDate answeredOn,
            boolean answeredLate,
            List<Coded> conditions,
            @Nullable LocalDate until,
            @Nullable Coded denialReason,
            @Nullable String message) {}

    private ClearancePresenter() {}

    public static List<ClearanceShown> present(CaseReading reading) {
        return reading.all(ClearanceEntry.class)
                .flatMap(entry -> visible(reading, entry))
                .sorted(Comparator.comparing(ClearanceShown::requestedOn).thenComparing(ClearanceShown::clearanceId))
                .toList();
    }

    private static Stream<ClearanceShown> visible(CaseReading reading, ClearanceEntry entry) {
        var made = entry.requested();
        if (made == null || !reading.isVisible(made.entry())) {
            return Stream.empty();
        }
        var known = entry.answeredBy(reading.answerersOf(made.entry()));
        var answer = known.answer();
        var overdue = answer == null && reading.today().isAfter(made.respondBy());
        // By the clock alone: whether there is an answer may be hidden from the reader.
        var state = overdue ? ClearanceState.OVERDUE : known.state();
        var answeredOn = LatestFact.day(answer);
        var activity = made.activityId().value();
        return Stream.of(new ClearanceShown(
                made.entry(),
                made.lane(),
                made.to(),
                reading.isVisible(activity) ? activity : null,
                Texts.of(state),
                SwedishDays.of(made.effectiveAt()),
                made.respondBy(),
                overdue,
                answeredOn,
                answeredOn != null && answeredOn.isAfter(made.respondBy()),
                answer == null ? List.of() : Texts.ofAll(answer.value().conditions()),
                answer == null ? null : answer.value().until(),
                answer == null ? null : Texts.ofNullable(answer.value().denied()),
                reading.text(made, ClearanceRequested.MESSAGE)));
    }
}
