package se.samplan.referral;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samplan.coordination.LaneId;
import se.samplan.referral.ReferralEvent.ReferralAccepted;
import se.samplan.referral.ReferralEvent.ReferralDeclined;
import se.samplan.referral.ReferralEvent.ReferralMade;
import se.samplan.referral.ReferralEvent.ReferralOverdue;
import se.samplan.referral.ReferralEvent.ReferralWithdrawn;
import se.samplan.view.CaseEntry;
import se.samplan.view.Latest;
import se.samplan.view.When;

/** A referral as its facts tell it. */
public record ReferralEntry(
        @Nullable ReferralMade made,
        @Nullable Latest<Answer> answer,
        @Nullable When overdue) implements CaseEntry {

    public static final ReferralEntry NOTHING = new ReferralEntry(null, null, null);

    /** How it ended. */
    public record Answer(
            LaneId by,
            ReferralState state,
            @Nullable DeclineReason declined,
            @Nullable WithdrawalReason withdrawn) {}

    public ReferralEntry evolve(ReferralEvent event, When when) {
        return switch (event) {
            case ReferralMade e -> new ReferralEntry(e, answer, overdue);
            case ReferralAccepted e -> answered(new Answer(e.lane(), ReferralState.ACCEPTED, null, null), when);
            case ReferralDeclined e -> answered(new Answer(e.lane(), ReferralState.DECLINED, e.reason(), null), when);
            case ReferralWithdrawn e -> answered(new Answer(e.lane(), ReferralState.WITHDRAWN, null, e.reason()), when);
            case ReferralOverdue e -> new ReferralEntry(made, answer, When.first(overdue, when));
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

    /** The referral as it stands for those who may know of an answer by some lanes only. */
    public ReferralEntry answeredBy(Predicate<LaneId> known) {
        return answer == null || known.test(answer.value().by()) ? this : new ReferralEntry(made, null, overdue);
    }

    private ReferralEntry answered(Answer said, When when) {
        return new ReferralEntry(made, Latest.of(answer, said, when), overdue);
    }
}
