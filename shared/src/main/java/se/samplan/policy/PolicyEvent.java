package se.samplan.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.event.StoredEvent;
import se.samplan.organisation.OrganisationId;

/** What can have happened to the policies of an organisation. */
public sealed interface PolicyEvent extends StoredEvent {

    OrganisationId organisationId();

    Instant effectiveAt();

    /**
     * An organisation set a policy; history is judged by the policy of its day.
     *
     * @param values by the kind's own names
     * @param validFrom the first day it holds
     * @param validTo the last day it holds; absent if open
     */
    @Revision("1")
    record PolicySet(
            OrganisationId organisationId,
            PolicyId policyId,
            PolicyKind kind,
            SortedMap<String, String> values,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant effectiveAt)
            implements PolicyEvent {}
}
