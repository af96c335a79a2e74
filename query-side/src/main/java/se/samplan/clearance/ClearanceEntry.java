package se.samplan.clearance;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.casefile.WorkItem;
import se.samplan.casework.LaneId;
import se.samplan.clearance.ClearanceEvent.ClearanceDenied;
import se.samplan.clearance.ClearanceEvent.ClearanceGranted;
import se.samplan.clearance.ClearanceEvent.ClearanceOverdue;
import se.samplan.clearance.ClearanceEvent.ClearanceRequested;
import se.samplan.clearance.ClearanceEvent.ClearanceWithdrawn;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;

/** A request for clearance, folded from its facts. */
@JsonTypeName("clearance")
public record ClearanceEntry(
        @Nullable ClearanceRequested requested,
        @Nullable LatestFact<ClearanceReply> answer,
        @Nullable FactTime overdue) implements WorkEntry {

    public static final ClearanceEntry NOTHING = new ClearanceEntry(null, null, null);

    /** How it was answered, or that it was withdrawn. */
    public record ClearanceReply(
            LaneId by,
            ClearanceState state,
            SortedSet<ClearanceCondition> conditions,
            @Nullable LocalDate until,
            @Nullable DenialReason denied) {}

    public ClearanceEntry evolve(ClearanceEvent event, FactTime when) {
        return switch (event) {
            case ClearanceRequested e -> new ClearanceEntry(e, answer, overdue);
            case ClearanceGranted e ->
                answered(new ClearanceReply(e.lane(), ClearanceState.GRANTED, e.conditions(), e.until(), null), when);
            case ClearanceDenied e ->
                answered(new ClearanceReply(e.lane(), ClearanceState.DENIED, new TreeSet<>(), null, e.reason()), when);
            case ClearanceWithdrawn e ->
                answered(new ClearanceReply(e.lane(), ClearanceState.WITHDRAWN, new TreeSet<>(), null, null), when);
            case ClearanceOverdue e -> new ClearanceEntry(requested, answer, FactTime.first(overdue, when));
        };
    }

    /** An answer wins over a lapse, whichever came first. */
    public ClearanceState state() {
        if (answer != null) {
            return answer.value().state();
        }
        return overdue != null ? ClearanceState.OVERDUE : ClearanceState.REQUESTED;
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** The request for readers who may know the answers of some lanes only. */
    public ClearanceEntry answeredBy(Predicate<LaneId> known) {
        return answer == null || known.test(answer.value().by()) ? this : new ClearanceEntry(requested, null, overdue);
    }

    @Override
    public void addTo(CaseWork work) {
        if (requested != null && !isAnswered()) {
            var since = SwedishDays.of(requested.effectiveAt());
            work.request(
                    new CaseWork.Request(
                            requested.entry(), requested.lane(), requested.to(), since, requested.respondBy()),
                    WorkItem.CLEARANCE_UNANSWERED,
                    WorkItem.CLEARANCE_TO_ANSWER);
        } else if (requested != null) {
            work.ended(requested.to());
        }
    }

    private ClearanceEntry answered(ClearanceReply said, FactTime when) {
        return new ClearanceEntry(requested, LatestFact.of(answer, said, when), overdue);
    }
}
