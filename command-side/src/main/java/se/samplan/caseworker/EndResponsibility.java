package se.samplan.caseworker;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** End a caseworker's responsibility for the lane and leave it to nobody: the case is unassigned then. */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record EndResponsibility(CaseId caseId, LaneId lane, AssignmentId assignmentId, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return assignmentId.value();
    }
}
