package se.samplan.registration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseCommand;
import se.samplan.casework.CaseId;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.command.AllowedTo;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.staff.KindOfOrganisation;

/**
 * Record that the person is registered with the agency.
 *
 * @param deregistration absent if the person still is
 */
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
        EffectiveAt effectiveAt,
        @Nullable Deregistration deregistration)
        implements CaseCommand {

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(KindOfOrganisation.of(office));
    }

    @Override
    public UUID entry() {
        return registrationId.value();
    }
}
