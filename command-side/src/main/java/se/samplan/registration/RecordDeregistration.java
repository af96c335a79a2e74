package se.samplan.registration;

import java.util.UUID;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.command.AllowedTo;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Role;

/** Record that the agency deregistered the person. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.MUNICIPAL_CASEWORKER})
record RecordDeregistration(CaseId caseId, LaneId lane, RegistrationId registrationId, Deregistration deregistration)
        implements CaseCommand {

    @Override
    public EffectiveAt effectiveAt() {
        return deregistration.effectiveAt();
    }

    @Override
    public UUID entry() {
        return registrationId.value();
    }
}
