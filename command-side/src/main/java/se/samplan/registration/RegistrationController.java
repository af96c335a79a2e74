package se.samplan.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.CaseId;
import se.samplan.casework.Provenance;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;

/** Registrations with the agency. */
@RestController
@RequestMapping("/api/cases/{caseId}/registrations")
class RegistrationController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record NewRegistration(
            @NotNull OrganisationId office,
            @NotNull RegistrationChannel channel,
            @NotNull Routing routing,
            @Size(max = 40) @Nullable String profilingGroup,
            @Size(max = 40) @Nullable String profilingToolVersion,
            @Nullable Provenance provenance,
            @Nullable Moment effectiveAt) {}

    record Deregistration(
            @NotNull DeregistrationReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    RegistrationController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("")
    ResponseEntity<Map<String, Object>> record(
            @PathVariable UUID caseId, @Valid @RequestBody NewRegistration body, WriteRequest sender) {
        var command = new RecordRegistration(
                new CaseId(caseId),
                sender.lane(),
                RegistrationId.random(),
                body.office(),
                body.channel(),
                body.routing(),
                body.profilingGroup(),
                body.profilingToolVersion(),
                Objects.requireNonNullElse(body.provenance(), Provenance.OWN),
                sender.at(body.effectiveAt()));
        return writes.made("registrationId", command, sender);
    }

    @PostMapping("/{id}/deregistration")
    ResponseEntity<Map<String, Object>> deregister(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Deregistration body,
            WriteRequest sender) {
        var command = new RecordDeregistration(
                new CaseId(caseId),
                sender.lane(),
                new RegistrationId(id),
                body.reason(),
                sealing.text(new CaseId(caseId), sender, DeregistrationRecorded.EXPLANATION, id, body.explanation()),
                sender.at(body.effectiveAt()));
        return writes.done("registrationId", command, sender);
    }
}
