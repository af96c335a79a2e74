package se.samplan.enrolment;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** List what is still open before an enrolment ends; changes nothing. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record CheckClosing(CaseId caseId, LaneId lane, EnrolmentId enrolmentId, EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
