package se.samplan.referral;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;

/** Take the person whom a referral is about. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record AcceptReferral(CaseId caseId, LaneId lane, ReferralId referralId, Instant effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
