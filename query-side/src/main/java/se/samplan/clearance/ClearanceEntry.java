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
import se.samplan.fold.Answers;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;

/** A request for clearance, folded from its facts. */
@JsonTypeName("clearance")
public record ClearanceEntry(
        @Nullable ClearanceRequested requested,
        Answers<ClearanceReply> answers,
        @Nullable FactTime overdue) implements WorkEntry {

    public static final ClearanceEntry NOTHING = new ClearanceEntry(null, Answers.none(), null);

    /** How it was answered, or that it was withdrawn. */
    public record ClearanceReply(
            ClearanceState state,
            SortedSet<ClearanceCondition> conditions,
            @Nullable LocalDate until,
            @Nullable DenialReason denied) {}

    public ClearanceEntry evolve(ClearanceEvent event, FactTime when) {
        return switch (event) {
            case ClearanceRequested e -> new ClearanceEntry(e, answers, overdue);
            case ClearanceGranted e ->
                answered(e.lane(), new ClearanceReply(ClearanceState.GRANTED, e.conditions(), e.until(), null), when);
            case ClearanceDenied e ->
                answered(e.lane(), new ClearanceReply(ClearanceState.DENIED, new TreeSet<>(), null, e.reason()), when);
            case ClearanceWithdrawn e ->
                answered(e.lane(), new ClearanceReply(ClearanceState.WITHDRAWN, new TreeSet<>(), null, null), when);
            case ClearanceOverdue e -> new ClearanceEntry(requested, answers, FactTime.first(overdue, when));
        };
    }

    /** An answer wins over a lapse, whichever came first. */
    public ClearanceState state() {
        var answer = answer();
        if (answer != null) {
            return answer.value().state();
        }
        return overdue != null ? ClearanceState.OVERDUE : ClearanceState.REQUESTED;
    }

    public @Nullable LatestFact<ClearanceReply> answer() {
        return answers.latest();
    }

    public boolean isAnswered() {
        return !answers.isEmpty();
    }

    /** The request for readers who may know the answers of some lanes only. */
    public ClearanceEntry answeredBy(Predicate<LaneId> known) {
        return new ClearanceEntry(requested, answers.by(known), overdue);
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

    private ClearanceEntry answered(LaneId by, ClearanceReply said, FactTime when) {
        return new ClearanceEntry(requested, answers.and(by, said, when), overdue);
    }
}
