package se.samplan.subsidy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.casefile.WorkItem;
import se.samplan.casework.LaneId;
import se.samplan.fold.Answers;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.subsidy.SubsidyEvent.SubsidyApprovalProposed;
import se.samplan.subsidy.SubsidyEvent.SubsidyApproved;
import se.samplan.subsidy.SubsidyEvent.SubsidyDecisionRequested;
import se.samplan.subsidy.SubsidyEvent.SubsidyRefused;
import se.samplan.subsidy.SubsidyEvent.SubsidyRequestWithdrawn;
import se.samplan.subsidy.SubsidyEvent.SubsidyWindowLapsed;

/** A request for a subsidy decision, folded from its facts. */
@JsonTypeName("subsidy")
public record SubsidyEntry(
        @Nullable SubsidyDecisionRequested requested,
        Answers<Grant> proposals,
        Answers<Decision> decisions,
        @Nullable FactTime lapsed)
        implements WorkEntry {

    public static final SubsidyEntry NOTHING = new SubsidyEntry(null, Answers.none(), Answers.none(), null);

    /** The level and period. */
    public record Grant(int levelPercent, LocalDate from, LocalDate to) {}

    /** How it was decided, or that it was withdrawn. */
    public record Decision(
            SubsidyState state,
            @Nullable Grant grant,
            @Nullable SubsidyRefusalReason refused) {}

    public SubsidyEntry evolve(SubsidyEvent event, FactTime when) {
        return switch (event) {
            case SubsidyDecisionRequested e -> new SubsidyEntry(e, proposals, decisions, lapsed);
            case SubsidyApprovalProposed e ->
                new SubsidyEntry(
                        requested,
                        proposals.and(e.lane(), new Grant(e.levelPercent(), e.from(), e.to()), when),
                        decisions,
                        lapsed);
            case SubsidyApproved e -> {
                var grant = new Grant(e.levelPercent(), e.from(), e.to());
                yield decided(e.lane(), new Decision(SubsidyState.APPROVED, grant, null), when);
            }
            case SubsidyRefused e -> decided(e.lane(), new Decision(SubsidyState.REFUSED, null, e.reason()), when);
            case SubsidyRequestWithdrawn e -> decided(e.lane(), new Decision(SubsidyState.WITHDRAWN, null, null), when);
            case SubsidyWindowLapsed e ->
                new SubsidyEntry(requested, proposals, decisions, FactTime.first(lapsed, when));
        };
    }

    /** A decision wins over a lapse, whichever came first. */
    public SubsidyState state() {
        var decision = decision();
        if (decision != null) {
            return decision.value().state();
        }
        if (lapsed != null) {
            return SubsidyState.LAPSED;
        }
        return !proposals.isEmpty() ? SubsidyState.PROPOSED : SubsidyState.REQUESTED;
    }

    public @Nullable LatestFact<Grant> proposed() {
        return proposals.latest();
    }

    public @Nullable LatestFact<Decision> decision() {
        return decisions.latest();
    }

    public boolean isOpen() {
        return decisions.isEmpty() && lapsed == null;
    }

    /** The request for readers who may know the answers of some lanes only. */
    public SubsidyEntry answeredBy(Predicate<LaneId> known) {
        return new SubsidyEntry(requested, proposals.by(known), decisions.by(known), lapsed);
    }

    @Override
    public void addTo(CaseWork work) {
        if (requested != null && isOpen()) {
            var since = SwedishDays.of(requested.effectiveAt());
            var request = new CaseWork.Request(
                    requested.entry(), requested.lane(), requested.to(), since, requested.windowClosesOn());
            work.request(request, WorkItem.SUBSIDY_UNDECIDED, WorkItem.SUBSIDY_TO_DECIDE);
            work.deadlineOfAsking(request, WorkItem.SUBSIDY_UNDECIDED);
        } else if (requested != null) {
            work.ended(requested.to());
        }
    }

    private SubsidyEntry decided(LaneId by, Decision said, FactTime when) {
        return new SubsidyEntry(requested, proposals, decisions.and(by, said, when), lapsed);
    }
}
