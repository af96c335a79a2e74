package se.samplan.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Take a referral back. */
@AllowedTo({Role.SOCIAL_WORKER, Role.MUNICIPAL_CASEWORKER, Role.AGENCY_CASEWORKER})
record WithdrawReferral(
        CaseId caseId,
        LaneId lane,
        ReferralId referralId,
        WithdrawalReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
