package se.samplan.caseworker;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.NamesColleague;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;

/** Leave the lane to another caseworker. */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record HandOverCase(
        CaseId caseId,
        LaneId lane,
        AssignmentId assignmentId,
        StaffId to,
        @Nullable Sealed note,
        Instant effectiveAt) implements CaseCommand, NamesColleague {

    @Override
    public StaffId colleague() {
        return to;
    }

    @Override
    public UUID entry() {
        return assignmentId.value();
    }
}
