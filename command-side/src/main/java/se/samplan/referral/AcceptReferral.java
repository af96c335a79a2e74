package se.samplan.referral;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Take the person whom a referral is about. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record AcceptReferral(CaseId caseId, LaneId lane, ReferralId referralId, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return referralId.value();
    }
}
