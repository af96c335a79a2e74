package se.samplan.coordination;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/**
 * Let what was due by a moment and has no answer lapse; sent by the clock, or by an importer of past cases.
 *
 * @param effectiveAt up to when time passed
 */
@AllowedTo({
    Role.MUNICIPAL_CASEWORKER,
    Role.MUNICIPAL_MANAGER,
    Role.SOCIAL_WORKER,
    Role.AGENCY_CASEWORKER,
    Role.AGENCY_MANAGER
})
public record LetTimePass(CaseId caseId, LaneId lane, EffectiveAt effectiveAt) implements CaseCommand {

    @Override
    public boolean isOfTheClock() {
        return true;
    }

    @Override
    public UUID entry() {
        return caseId.value();
    }
}
