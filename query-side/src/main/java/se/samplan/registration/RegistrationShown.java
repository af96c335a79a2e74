package se.samplan.registration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.casefile.OrganisationShown;
import se.samplan.casework.LaneId;
import se.samplan.text.Coded;

/** A registration with the agency, as far as its reader may know it. */
public record RegistrationShown(
        UUID registrationId,
        OrganisationShown office,
        Coded channel,
        Coded routing,
        @Nullable String profilingGroup,
        @Nullable String profilingToolVersion,
        Coded provenance,
        LaneId enteredBy,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Coded deregistrationReason) {}
