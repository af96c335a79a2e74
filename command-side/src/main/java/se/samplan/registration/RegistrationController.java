package se.samplan.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.casework.Provenance;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.pipeline.CaseRequest;
import se.samplan.registration.RegistrationEvent.DeregistrationRecorded;

/** Registrations with the agency. */
@RestController
@RequestMapping("/api/cases/{caseId}/registrations")
class RegistrationController {

    record NewRegistration(
            @NotNull OrganisationId office,
            @NotNull RegistrationChannel channel,
            @NotNull Routing routing,
            @Size(max = 40) @Nullable String profilingGroup,
            @Size(max = 40) @Nullable String profilingToolVersion,
            @Nullable Provenance provenance,
            @Nullable Moment effectiveAt,
            @Valid @Nullable EndOfRegistration deregistration) {}

    record EndOfRegistration(
            @NotNull DeregistrationReason reason,
            @Size(max = 4000) @Nullable String explanation,
            @Nullable Moment effectiveAt) {}

    @PostMapping("")
    ResponseEntity<Map<String, Object>> record(CaseRequest request, @Valid @RequestBody NewRegistration body) {
        var id = RegistrationId.random();
        return request.created(
                "registrationId",
                new RecordRegistration(
                        request.caseId(),
                        request.lane(),
                        id,
                        body.office(),
                        body.channel(),
                        body.routing(),
                        body.profilingGroup(),
                        body.profilingToolVersion(),
                        Objects.requireNonNullElse(body.provenance(), Provenance.OWN),
                        request.at(body.effectiveAt()),
                        body.deregistration() == null ? null : ended(request, id, body.deregistration())));
    }

    @PostMapping("/{id}/deregistration")
    ResponseEntity<Map<String, Object>> deregister(
            CaseRequest request, @PathVariable RegistrationId id, @Valid @RequestBody EndOfRegistration body) {
        return request.updated(
                "registrationId",
                new RecordDeregistration(request.caseId(), request.lane(), id, ended(request, id, body)));
    }

    private static Deregistration ended(CaseRequest request, RegistrationId id, EndOfRegistration body) {
        return new Deregistration(
                body.reason(),
                request.seal(DeregistrationRecorded.EXPLANATION, id.value(), body.explanation()),
                request.at(body.effectiveAt()));
    }
}
