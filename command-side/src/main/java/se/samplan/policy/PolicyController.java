package se.samplan.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.http.Moment;
import se.samplan.organisation.OrganisationId;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.WriteRequest;

/** Policies of municipalities and agency offices. */
@RestController
@RequestMapping("/api/organisations/{organisationId}/policies")
class PolicyController {

    private final CommandResponder responder;

    record NewPolicy(
            @NotNull PolicyKind kind,
            @NotNull @Size(max = 20) Map<@NotNull String, @NotNull @Size(max = 1000) String> values,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Moment effectiveAt) {}

    PolicyController(CommandResponder responder) {
        this.responder = responder;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> set(
            @PathVariable OrganisationId organisationId, @Valid @RequestBody NewPolicy body, WriteRequest request) {
        var command = new SetPolicy(
                organisationId,
                PolicyId.random(),
                body.kind(),
                new TreeMap<>(body.values()),
                body.validFrom(),
                body.validTo(),
                request.at(body.effectiveAt()));
        return responder.created("policyId", command, request);
    }
}
