package se.samplan.referral;

import com.fasterxml.jackson.annotation.JsonTypeName;
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
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;

/** A referral, folded from its facts. */
@JsonTypeName("referral")
public record ReferralEntry(
        @Nullable ReferralMade made,
        Answers<ReferralReply> answers,
        @Nullable FactTime overdue) implements WorkEntry {

    public static final ReferralEntry NOTHING = new ReferralEntry(null, Answers.none(), null);

    /** How it ended. */
    public record ReferralReply(
            ReferralState state,
            @Nullable DeclineReason declined,
            @Nullable WithdrawalReason withdrawn) {}

    public ReferralEntry evolve(ReferralEvent event, FactTime when) {
        return switch (event) {
            case ReferralMade e -> new ReferralEntry(e, answers, overdue);
            case ReferralAccepted e -> answered(e.lane(), new ReferralReply(ReferralState.ACCEPTED, null, null), when);
            case ReferralDeclined e ->
                answered(e.lane(), new ReferralReply(ReferralState.DECLINED, e.reason(), null), when);
            case ReferralWithdrawn e ->
                answered(e.lane(), new ReferralReply(ReferralState.WITHDRAWN, null, e.reason()), when);
            case ReferralOverdue e -> new ReferralEntry(made, answers, FactTime.first(overdue, when));
        };
    }

    /** An answer wins over a lapse, whichever came first. */
    public ReferralState state() {
        var answer = answer();
        if (answer != null) {
            return answer.value().state();
        }
        return overdue != null ? ReferralState.OVERDUE : ReferralState.OPEN;
    }

    public @Nullable LatestFact<ReferralReply> answer() {
        return answers.latest();
    }

    public boolean isAnswered() {
        return !answers.isEmpty();
    }

    /** The referral for readers who may know the answers of some lanes only. */
    public ReferralEntry answeredBy(Predicate<LaneId> known) {
        return new ReferralEntry(made, answers.by(known), overdue);
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

    private ReferralEntry answered(LaneId by, ReferralReply said, FactTime when) {
        return new ReferralEntry(made, answers.and(by, said, when), overdue);
    }
}
