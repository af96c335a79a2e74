package se.samplan.policy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.staff.KindOfOrganisation;

/** Set a policy of an organisation from a day on. */
@AllowedTo({Role.OPERATOR, Role.MUNICIPAL_MANAGER, Role.AGENCY_MANAGER})
record SetPolicy(
        OrganisationId organisationId,
        PolicyId policyId,
        PolicyKind kind,
        SortedMap<String, String> values,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        EffectiveAt effectiveAt)
        implements Command {

    @Override
    public UUID stream() {
        return streamOf(organisationId);
    }

    @Override
    public Class<PolicyEvent> family() {
        return PolicyEvent.class;
    }

    static UUID streamOf(OrganisationId organisation) {
        return UUID.nameUUIDFromBytes(("policies|" + organisation).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(KindOfOrganisation.of(organisationId));
    }

    @Override
    public UUID entry() {
        return policyId.value();
    }
}
