package se.samplan.collision;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Go ahead despite the collision, and say why. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.SOCIAL_WORKER, Role.AGENCY_CASEWORKER})
record AcceptCollision(CaseId caseId, LaneId lane, CollisionId collisionId, Sealed reason, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return collisionId.value();
    }
}
