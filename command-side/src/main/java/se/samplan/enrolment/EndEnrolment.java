package se.samplan.enrolment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

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
        EffectiveAt effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return enrolmentId.value();
    }
}
