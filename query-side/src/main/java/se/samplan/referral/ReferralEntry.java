package se.samplan.referral;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.calendar.SwedishDays;
import se.samplan.casefile.CaseWork;
import se.samplan.casefile.WorkEntry;
import se.samplan.casefile.WorkItem;
import se.samplan.casework.LaneId;
import se.samplan.fold.FactTime;
import se.samplan.fold.LatestFact;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

/** A referral, folded from its facts. */
@JsonTypeName("referral")
public record ReferralEntry(
        @Nullable ReferralMade made,
        @Nullable LatestFact<ReferralReply> answer,
        @Nullable FactTime overdue) implements WorkEntry {

    public static final ReferralEntry NOTHING = new ReferralEntry(null, null, null);

    /** How it ended. */
    public record ReferralReply(
            LaneId by,
            ReferralState state,
            @Nullable DeclineReason declined,
            @Nullable WithdrawalReason withdrawn) {}

    public ReferralEntry evolve(ReferralEvent event, FactTime when) {
        return switch (event) {
            case ReferralMade e -> new ReferralEntry(e, answer, overdue);
            case ReferralAccepted e -> answered(new ReferralReply(e.lane(), ReferralState.ACCEPTED, null, null), when);
            case ReferralDeclined e ->
                answered(new ReferralReply(e.lane(), ReferralState.DECLINED, e.reason(), null), when);
            case ReferralWithdrawn e ->
                answered(new ReferralReply(e.lane(), ReferralState.WITHDRAWN, null, e.reason()), when);
            case ReferralOverdue e -> new ReferralEntry(made, answer, FactTime.first(overdue, when));
        };
    }

    /** An answer wins over a lapse, whichever came first. */
    public ReferralState state() {
        if (answer != null) {
            return answer.value().state();
        }
        return overdue != null ? ReferralState.OVERDUE : ReferralState.OPEN;
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** The referral for readers who may know the answers of some lanes only. */
    public ReferralEntry answeredBy(Predicate<LaneId> known) {
        return answer == null || known.test(answer.value().by()) ? this : new ReferralEntry(made, null, overdue);
    }

    @Override
    public void addTo(CaseWork work) {
        if (made != null && !isAnswered()) {
            var since = SwedishDays.of(made.effectiveAt());
            work.request(
                    new CaseWork.Request(made.entry(), made.lane(), made.to(), since, made.respondBy()),
                    WorkItem.REFERRAL_UNANSWERED,
                    WorkItem.REFERRAL_TO_ANSWER);
        } else if (made != null) {
            work.ended(made.to());
        }
    }

    private ReferralEntry answered(ReferralReply said, FactTime when) {
        return new ReferralEntry(made, LatestFact.of(answer, said, when), overdue);
    }
}
