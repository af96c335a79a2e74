package se.samplan.consent;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.GroundId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/**
 * Record that the participant took a consent back.
 *
 * @param all whether every other consent by which information passes between two of its parties is taken back too
 */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record WithdrawConsent(CaseId caseId, LaneId lane, GroundId groundId, boolean all, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return groundId.value();
    }
}
