package se.samplan.enrolment;

import java.time.Instant;
import java.util.UUID;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Role;

/** List what is still open before an enrolment ends; changes nothing. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record CheckClosing(CaseId caseId, LaneId lane, EnrolmentId enrolmentId, Instant effectiveAt) implements CaseCommand {

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
