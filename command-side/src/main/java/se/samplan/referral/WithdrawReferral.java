package se.samplan.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Take a referral back. */
@AllowedTo({Role.SOCIAL_WORKER, Role.MUNICIPAL_CASEWORKER, Role.AGENCY_CASEWORKER})
record WithdrawReferral(
        CaseId caseId,
        LaneId lane,
        ReferralId referralId,
        WithdrawalReason reason,
        @Nullable Sealed explanation,
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
