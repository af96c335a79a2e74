package se.samplan.staff;

import java.time.Instant;
import java.util.SortedSet;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.event.StoredEvent;
import se.samplan.organisation.Branch;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;

/** What can have happened to somebody's appointment. */
public sealed interface StaffEvent extends StoredEvent {

    Instant effectiveAt();

    /**
     * Somebody has a role in an organisation.
     *
     * @param subject what the identity provider calls the person; opaque
     * @param branch the branch whose lane the person works in; absent for roles without one
     * @param unit the unit within it, as a competence centre
     * @param from from this instant on
     * @param to up to this instant, which no longer belongs to it; absent if open
     */
    @Revision("1")
    record StaffMemberAppointed(
            StaffId staffId,
            OrganisationId organisationId,
            String subject,
            Role role,
            @Nullable Branch branch,
            @Nullable String unit,
            SortedSet<Mandate> mandates,
            Instant from,
            @Nullable Instant to,
            Instant effectiveAt)
            implements StaffEvent {}

    /**
     * Somebody is to have a role that reads across branches; not in force before a second person has confirmed it.
     *
     * @param subject what the identity provider calls the person; opaque
     * @param from not before that, nor before the confirmation
     * @param to up to this instant, which no longer belongs to it; absent if open
     */
    @Revision("1")
    record AppointmentProposed(
            StaffId staffId,
            OrganisationId organisationId,
            String subject,
            Role role,
            @Nullable String unit,
            SortedSet<Mandate> mandates,
            Instant from,
            @Nullable Instant to,
            Instant effectiveAt)
            implements StaffEvent {}

    /** The appointment to a role that reads across branches is to end; in force until a second person says so too. */
    @Revision("1")
    record AppointmentEndingProposed(Instant effectiveAt) implements StaffEvent {}

    /** The appointment ended. */
    @Revision("1")
    record StaffAppointmentEnded(Instant effectiveAt) implements StaffEvent {}
}
