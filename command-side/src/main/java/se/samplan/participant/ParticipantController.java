package se.samplan.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import se.samplan.http.Positions;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.WriteRequest;

/** The register: people are registered by number and known by id. */
@RestController
@RequestMapping("/api/participants")
class ParticipantController {

    private final CommandResponder writes;

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

    ParticipantController(CommandResponder writes) {
        this.writes = writes;
    }

    @PostMapping
    ResponseEntity<Register.Registered> register(@Valid @RequestBody Registration body, WriteRequest sender) {
        var number = IdentityNumber.parse(body.identityNumber(), SwedishDays.of(sender.at(null)));
        var command = new RegisterParticipant(
                ParticipantId.random(), CaseId.random(), sender.lane(), number, sender.at(body.effectiveAt()));
        var receipt = writes.send(command, sender);
        return ResponseEntity.ok()
                .header(Positions.HEADER, writes.position(receipt))
                .body(receipt.answer(Register.Registered.class));
    }

    @PostMapping("/{participantId}/protection")
    ResponseEntity<Map<String, Object>> protect(
            @PathVariable UUID participantId, @Valid @RequestBody ProtectedIdentity body, WriteRequest sender) {
        var command = new MarkProtectedIdentity(
                new ParticipantId(participantId), sender.lane(), body.protection(), sender.at(body.effectiveAt()));
        return writes.plain(HttpStatus.OK, command, sender, Map.of("participantId", participantId));
    }
}
