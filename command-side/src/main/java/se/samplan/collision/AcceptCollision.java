package se.samplan.collision;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Go on all the same, and say why. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record AcceptCollision(CaseId caseId, LaneId lane, CollisionId collisionId, Sealed reason, Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return collisionId.value();
    }
}
