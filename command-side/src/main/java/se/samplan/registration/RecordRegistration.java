package se.samplan.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.command.AllowedTo;
import se.samplan.command.NamesOrganisation;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;

/** Record that the person is registered with the agency. */
@AllowedTo({Role.AGENCY_CASEWORKER, Role.MUNICIPAL_CASEWORKER})
record RecordRegistration(
        CaseId caseId,
        LaneId lane,
        RegistrationId registrationId,
        OrganisationId office,
        RegistrationChannel channel,
        Routing routing,
        @Nullable String profilingGroup,
        @Nullable String profilingToolVersion,
        Provenance provenance,
        Instant effectiveAt)
        implements CaseCommand, NamesOrganisation {

    @Override
    public OrganisationId organisationId() {
        return office;
    }

    @Override
    public UUID entry() {
        return registrationId.value();
    }
}
