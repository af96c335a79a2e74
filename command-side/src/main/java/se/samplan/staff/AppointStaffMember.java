package se.samplan.staff;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.command.AllowedTo;
import se.samplan.command.Command;
import se.samplan.command.CommandOrigin;
import se.samplan.command.EffectiveAt;
import se.samplan.command.Fact;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;

/** Give somebody a role in an organisation. */
@AllowedTo({Role.OPERATOR, Role.MUNICIPAL_MANAGER, Role.AGENCY_MANAGER})
public record AppointStaffMember(
        StaffId staffId,
        OrganisationId organisationId,
        String subject,
        Role role,
        @Nullable String unit,
        SortedSet<Mandate> mandates,
        Instant from,
        @Nullable Instant to,
        EffectiveAt effectiveAt)
        implements Command {

    @Override
    public UUID stream() {
        return staffId.value();
    }

    @Override
    public Class<StaffEvent> family() {
        return StaffEvent.class;
    }

    @Override
    public List<Fact<?>> needs(CommandOrigin origin) {
        return List.of(KindOfOrganisation.of(organisationId));
    }

    @Override
    public UUID entry() {
        return staffId.value();
    }
}
