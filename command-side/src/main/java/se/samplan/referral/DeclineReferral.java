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

/** Do not take the person whom a referral is about. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record DeclineReferral(
        CaseId caseId,
        LaneId lane,
        ReferralId referralId,
        DeclineReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
