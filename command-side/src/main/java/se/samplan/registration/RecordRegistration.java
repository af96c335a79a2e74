package se.samplan.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.command.NamesOrganisation;
import se.samplan.coordination.CaseCommand;
import se.samplan.coordination.CaseId;
import se.samplan.coordination.LaneId;
import se.samplan.coordination.Provenance;
import se.samplan.staff.OrganisationId;
import se.samplan.staff.Role;

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
