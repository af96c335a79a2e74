package se.samplan.consent;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;

/** Record that the participant took a consent back. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record WithdrawConsent(CaseId caseId, LaneId lane, GroundId groundId, Instant effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return groundId.value();
    }
}
