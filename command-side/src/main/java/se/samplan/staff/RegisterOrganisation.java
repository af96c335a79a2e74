package se.samplan.staff;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.EffectiveAt;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;

/** Let an organisation take part. */
@AllowedTo(Role.OPERATOR)
public record RegisterOrganisation(
        OrganisationId organisationId,
        OrganisationKind kind,
        String name,
        @Nullable String county,
        @Nullable OrganisationId partOf,
        SortedSet<Branch> branches,
        EffectiveAt effectiveAt)
        implements Command {

    @Override
    public UUID stream() {
        return UUID.nameUUIDFromBytes(("organisation|" + organisationId).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Class<OrganisationEvent> family() {
        return OrganisationEvent.class;
    }

    @Override
    public UUID entry() {
        return stream();
    }
}
