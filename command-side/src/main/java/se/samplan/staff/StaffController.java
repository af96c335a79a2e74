package se.samplan.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.http.LastMoment;
import se.samplan.http.Moment;
import se.samplan.organisation.Branch;
import se.samplan.organisation.Mandate;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.OrganisationKind;
import se.samplan.organisation.Role;
import se.samplan.organisation.StaffId;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.WriteRequest;

/** Organisations, and the people appointed in them. */
@RestController
@RequestMapping("/api")
class StaffController {

    private final CommandResponder responder;

    record NewOrganisation(
            @NotBlank @Pattern(regexp = OrganisationId.PATTERN)
            String organisationId,

            @NotNull OrganisationKind kind,
            @NotBlank @Size(max = 200) String name,
            @Size(max = 100) @Nullable String county,
            @Nullable OrganisationId partOf,
            @Nullable Set<@NotNull Branch> branches,
            @Nullable Moment effectiveAt) {}

    record Appointment(
            @NotNull OrganisationId organisation,
            @NotBlank @Size(max = 200) String subject,
            @NotNull Role role,
            @Size(max = 100) @Nullable String unit,
            @Nullable Set<@NotNull Mandate> mandates,
            @Nullable Moment from,
            @Nullable LastMoment to,
            @Nullable Moment effectiveAt) {}

    record Ending(@Nullable Moment effectiveAt) {}

    record Confirmation(@Nullable Moment effectiveAt) {}

    StaffController(CommandResponder responder) {
        this.responder = responder;
    }

    @PostMapping("/organisations")
    ResponseEntity<Map<String, Object>> register(@Valid @RequestBody NewOrganisation body, WriteRequest request) {
        var command = new RegisterOrganisation(
                new OrganisationId(body.organisationId()),
                body.kind(),
                body.name(),
                body.county(),
                body.partOf(),
                new TreeSet<>(Objects.requireNonNullElse(body.branches(), Set.of())),
                request.at(body.effectiveAt()));
        return responder.respond(HttpStatus.CREATED, command, request, Map.of("organisationId", body.organisationId()));
    }

    @PostMapping("/staff")
    ResponseEntity<Map<String, Object>> appoint(@Valid @RequestBody Appointment body, WriteRequest request) {
        var at = request.at(body.effectiveAt());
        var command = new AppointStaffMember(
                StaffId.random(),
                body.organisation(),
                body.subject(),
                body.role(),
                body.unit(),
                new TreeSet<>(Objects.requireNonNullElse(body.mandates(), Set.of())),
                body.from() == null ? at.withoutCause() : body.from().instant(),
                body.to() == null ? null : body.to().end(),
                at);
        return responder.created("staffId", command, request);
    }

    /** Of an appointment to a role that reads across branches, by a second person. */
    @PostMapping("/staff/{staffId}/confirmation")
    ResponseEntity<Map<String, Object>> confirm(
            @PathVariable StaffId staffId, @Valid @RequestBody Confirmation body, WriteRequest request) {
        var command = new ConfirmAppointment(staffId, request.at(body.effectiveAt()));
        return responder.respond(HttpStatus.OK, command, request, Map.of("staffId", staffId));
    }

    @PostMapping("/staff/{staffId}/ending")
    ResponseEntity<Map<String, Object>> end(
            @PathVariable StaffId staffId, @Valid @RequestBody Ending body, WriteRequest request) {
        var command = new EndAppointment(staffId, request.at(body.effectiveAt()));
        return responder.respond(HttpStatus.OK, command, request, Map.of("staffId", staffId));
    }
}
