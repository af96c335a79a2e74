package se.samplan.enrolment;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** End the period in which the person takes part. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record EndEnrolment(CaseId caseId, LaneId lane, EnrolmentId enrolmentId, Ending ending) implements CaseCommand {

    @Override
    public EffectiveAt effectiveAt() {
        return ending.effectiveAt();
    }

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
