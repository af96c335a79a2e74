package se.samplan.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samplan.coordination.LaneId;
import se.samplan.staff.Mandate;
import se.samplan.staff.OrganisationId;
import se.samplan.staff.Role;
import se.samplan.staff.StaffId;

/**
 * Somebody with an appointment in force now: who calls, and by what right.
 *
 * @param lane the lane that the person works in; absent for roles without one
 */
public record Caller(
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
