package se.samplan.subsidy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Refuse a wage subsidy. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.AGENCY_MANAGER})
record RefuseSubsidy(
        CaseId caseId,
        LaneId lane,
        SubsidyRequestId subsidyRequestId,
        SubsidyRefusalReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return subsidyRequestId.value();
    }
}
