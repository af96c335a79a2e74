package se.samplan.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Sealed;
import se.samplan.staff.Role;

/** Record that the agency deregistered the person. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.MUNICIPAL_CASEWORKER})
record RecordDeregistration(
        CaseId caseId,
        LaneId lane,
        RegistrationId registrationId,
        DeregistrationReason reason,
        @Nullable Sealed explanation,
        Instant effectiveAt)
        implements CaseCommand {

    @Override
    public UUID entry() {
        return registrationId.value();
    }
}
