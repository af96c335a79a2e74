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
        @Nullable LatestFact<Proposal> proposed,
        @Nullable LatestFact<Decision> decision,
        @Nullable FactTime lapsed)
        implements WorkEntry {

    public static final SubsidyEntry NOTHING = new SubsidyEntry(null, null, null, null);

    /** The level and period. */
    public record Grant(int levelPercent, LocalDate from, LocalDate to) {}

    /** A grant proposed by one lane and not decided yet. */
    public record Proposal(LaneId by, Grant grant) {}

    /** How it was decided, or that it was withdrawn. */
    public record Decision(
            LaneId by,
            SubsidyState state,
            @Nullable Grant grant,
            @Nullable SubsidyRefusalReason refused) {}

    public SubsidyEntry evolve(SubsidyEvent event, FactTime when) {
        return switch (event) {
            case SubsidyDecisionRequested e -> new SubsidyEntry(e, proposed, decision, lapsed);
            case SubsidyApprovalProposed e ->
                new SubsidyEntry(
                        requested,
                        LatestFact.of(
                                proposed, new Proposal(e.lane(), new Grant(e.levelPercent(), e.from(), e.to())), when),
                        decision,
                        lapsed);
            case SubsidyApproved e -> {
                var grant = new Grant(e.levelPercent(), e.from(), e.to());
                yield decided(new Decision(e.lane(), SubsidyState.APPROVED, grant, null), when);
            }
            case SubsidyRefused e -> decided(new Decision(e.lane(), SubsidyState.REFUSED, null, e.reason()), when);
            case SubsidyRequestWithdrawn e -> decided(new Decision(e.lane(), SubsidyState.WITHDRAWN, null, null), when);
            case SubsidyWindowLapsed e -> new SubsidyEntry(requested, proposed, decision, FactTime.first(lapsed, when));
        };
    }

    /** A decision wins over a lapse, whichever came first. */
    public SubsidyState state() {
        if (decision != null) {
            return decision.value().state();
        }
        if (lapsed != null) {
            return SubsidyState.LAPSED;
        }
        return proposed != null ? SubsidyState.PROPOSED : SubsidyState.REQUESTED;
    }

    public boolean isOpen() {
        return decision == null && lapsed == null;
    }

    /** The request for readers who may know the answers of some lanes only. */
    public SubsidyEntry answeredBy(Predicate<LaneId> known) {
        return new SubsidyEntry(
                requested,
                proposed != null && known.test(proposed.value().by()) ? proposed : null,
                decision != null && known.test(decision.value().by()) ? decision : null,
                lapsed);
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

    private SubsidyEntry decided(Decision said, FactTime when) {
        return new SubsidyEntry(requested, proposed, LatestFact.of(decision, said, when), lapsed);
    }
}
