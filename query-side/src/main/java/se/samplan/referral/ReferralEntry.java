package se.samplan.referral;

import org.jspecify.annotations.Nullable;
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
            ReferralState state,
            @Nullable DeclineReason declined,
            @Nullable WithdrawalReason withdrawn) {}

    public ReferralEntry evolve(ReferralEvent event, When when) {
        return switch (event) {
            case ReferralMade e -> new ReferralEntry(e, answer, overdue);
            case ReferralAccepted e -> answered(new Answer(ReferralState.ACCEPTED, null, null), when);
            case ReferralDeclined e -> answered(new Answer(ReferralState.DECLINED, e.reason(), null), when);
            case ReferralWithdrawn e -> answered(new Answer(ReferralState.WITHDRAWN, null, e.reason()), when);
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

    private ReferralEntry answered(Answer said, When when) {
        return new ReferralEntry(made, Latest.of(answer, said, when), overdue);
    }
}
