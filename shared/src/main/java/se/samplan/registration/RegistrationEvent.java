package se.samplan.registration;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.InformationKind;
import se.samplan.casework.LaneId;
import se.samplan.casework.Provenance;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.organisation.OrganisationId;

/** What can have happened to a registration with the agency. */
public sealed interface RegistrationEvent extends CaseEvent {

    RegistrationId registrationId();

    @Override
    default UUID entry() {
        return registrationId().value();
    }

    @Override
    default InformationKind informationKind() {
        return InformationKind.REGISTRATION_STATUS;
    }

    /**
     * The person is registered with the agency from now on.
     *
     * @param lane who entered it; another than the agency says by the provenance how it came to know
     * @param office the agency office in charge
     * @param profilingGroup the agency's profiling group, as its tool names it
     * @param profilingToolVersion the tool's version: a recalibration moved people between programmes [GR]
     */
    @Revision("1")
    record RegistrationRecorded(
            RegistrationId registrationId,
            LaneId lane,
            OrganisationId office,
            RegistrationChannel channel,
            Routing routing,
            @Nullable String profilingGroup,
            @Nullable String profilingToolVersion,
            Provenance provenance,
            @Nullable UUID disclosure,
            Instant effectiveAt)
            implements RegistrationEvent {}

    /** The person is no longer registered with the agency. */
    @Revision("1")
    record DeregistrationRecorded(
            RegistrationId registrationId,
            LaneId lane,
            DeregistrationReason reason,
            @Nullable Sealed explanation,
            Instant effectiveAt)
            implements RegistrationEvent {

        public static final SealedText<DeregistrationRecorded> EXPLANATION = new SealedText<>(
                DeregistrationRecorded.class,
                "explanation",
                DeregistrationRecorded::explanation,
                DocumentClass.CASE_NOTES);

        @Override
        public boolean tellsOfDeath() {
            return reason == DeregistrationReason.DECEASED;
        }
    }
}
