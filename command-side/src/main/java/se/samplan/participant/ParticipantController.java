package se.samplan.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.calendar.SwedishDays;
import se.samplan.casework.CaseId;
import se.samplan.casework.ParticipantId;
import se.samplan.casework.Protection;
import se.samplan.http.Moment;
import se.samplan.participant.Participant.ProtectionAnswer;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.WriteRequest;

/** The register: people are registered by number and known by id. */
@RestController
@RequestMapping("/api/participants")
class ParticipantController {

    private final CommandResponder responder;

    record Registration(
            @NotBlank @Size(max = 20) String identityNumber,
            @Nullable Moment effectiveAt) {

        @Override
        public String toString() {
            return "Registration[hidden]";
        }
    }

    record ProtectedIdentity(
            @NotNull Protection protection, @Nullable Moment effectiveAt) {}

    record Lifting(@Nullable Moment effectiveAt) {}

    ParticipantController(CommandResponder responder) {
        this.responder = responder;
    }

    @PostMapping
    ResponseEntity<Register.Registered> register(@Valid @RequestBody Registration body, WriteRequest request) {
        var number = IdentityNumber.parse(
                body.identityNumber(), SwedishDays.of(request.at(null).earliest()));
        var command = new RegisterParticipant(
                ParticipantId.random(), CaseId.random(), request.lane(), number, request.at(body.effectiveAt()));
        return responder.answered(Register.Registered.class, command, request);
    }

    /** Takes effect once a second person of the lane, with the mandate for protected identities, sends the same. */
    @PostMapping("/{participantId}/protection")
    ResponseEntity<ProtectionAnswer> protect(
            @PathVariable ParticipantId participantId,
            @Valid @RequestBody ProtectedIdentity body,
            WriteRequest request) {
        var command = new MarkProtectedIdentity(
                participantId, request.lane(), body.protection(), request.at(body.effectiveAt()));
        return responder.answered(ProtectionAnswer.class, command, request);
    }

    /** Takes effect once a second person of the lane sends the same. */
    @PostMapping("/{participantId}/protection/lifting")
    ResponseEntity<ProtectionAnswer> lift(
            @PathVariable ParticipantId participantId, @Valid @RequestBody Lifting body, WriteRequest request) {
        var command = new LiftProtectedIdentity(participantId, request.lane(), request.at(body.effectiveAt()));
        return responder.answered(ProtectionAnswer.class, command, request);
    }
}
