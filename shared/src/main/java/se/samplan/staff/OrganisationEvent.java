package se.samplan.staff;

import java.time.Instant;
import java.util.SortedSet;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.event.StoredEvent;
import se.samplan.organisation.Branch;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;

/** What can have happened to an organisation. */
public sealed interface OrganisationEvent extends StoredEvent {

    OrganisationId organisationId();

    Instant effectiveAt();

    /**
     * An organisation takes part in Samplan.
     *
     * @param partOf the agency of an office
     * @param branches the branches in which it has lanes
     */
    @Revision("1")
    record OrganisationRegistered(
            OrganisationId organisationId,
            OrganisationKind kind,
            String name,
            @Nullable String county,
            @Nullable OrganisationId partOf,
            SortedSet<Branch> branches,
            Instant effectiveAt)
            implements OrganisationEvent {}
}
