package se.samplan.correction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.ErrorReason;
import se.samplan.casework.LaneId;
import se.samplan.casework.Sealed;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/**
 * Mark one of the lane's own entries as an error.
 *
 * @param dependents what becomes of the lane's entries that rest on it; refused if there are any and nothing is said
 */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
record MarkEnteredInError(
        CaseId caseId,
        LaneId lane,
        UUID entry,
        ErrorReason reason,
        @Nullable Sealed explanation,
        @Nullable Dependents dependents,
        EffectiveAt effectiveAt)
        implements CaseCommand {}
