package se.samplan.caseworker;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.command.NamesColleague;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;
import se.samplan.staff.StaffId;

/** Make somebody answer for the lane. */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record AssignCaseworker(CaseId caseId, LaneId lane, AssignmentId assignmentId, StaffId caseworker, Instant effectiveAt)
        implements CaseCommand, NamesColleague {

    @Override
    public StaffId colleague() {
        return caseworker;
    }

    @Override
    public UUID entry() {
        return assignmentId.value();
    }
}
