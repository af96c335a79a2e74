package se.samplan.caseworker;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.staff.IsColleague;

/**
 * Make somebody answer for the lane.
 *
 * @param caseworker absent for the sender
 */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record AssignCaseworker(
        CaseId caseId,
        LaneId lane,
        AssignmentId assignmentId,
        @Nullable StaffId caseworker,
        EffectiveAt effectiveAt) implements CaseCommand {

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(IsColleague.of(caseworker, caseId, lane, effectiveAt, origin));
    }

    @Override
    public UUID entry() {
        return assignmentId.value();
    }
}
