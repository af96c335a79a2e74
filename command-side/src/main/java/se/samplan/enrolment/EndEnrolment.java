package se.samplan.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** End the period in which the person takes part. */
@AllowedTo({Role.MUNICIPAL_CASEWORKER, Role.MUNICIPAL_MANAGER})
record EndEnrolment(
        CaseId caseId,
        LaneId lane,
        EnrolmentId enrolmentId,
        Outcome outcome,
        List<UUID> leftOpen,
        @Nullable Sealed leftOpenReason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
