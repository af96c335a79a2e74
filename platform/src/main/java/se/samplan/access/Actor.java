package se.samplan.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.LaneId;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;

/**
 * The caller: somebody with an appointment in force now, and the rights it gives.
 *
 * @param lane the lane that the person works in; absent for roles without one
 */
public record Actor(
        StaffId staffId,
        String subject,
        OrganisationId organisation,
        Role role,
        @Nullable LaneId lane,
        Set<Mandate> mandates) {

    public boolean has(Mandate mandate) {
        return mandates.contains(mandate);
    }
}
