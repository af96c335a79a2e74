package se.samplan.caseworker;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.staff.IsColleague;

/** Hand the lane over to another caseworker. */
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
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(IsColleague.of(to, caseId, lane, effectiveAt, origin));
    }

    @Override
    public UUID entry() {
        return assignmentId.value();
    }
}
