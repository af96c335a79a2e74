package se.samplan.collision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.http.Moment;
import se.samplan.pipeline.CommandResponder;
import se.samplan.pipeline.Sealing;
import se.samplan.pipeline.WriteRequest;

/** Collisions that are accepted with a reason. */
@RestController
@RequestMapping("/api/cases/{caseId}/collisions")
class CollisionController {

    private final CommandResponder writes;
    private final Sealing sealing;

    record Acceptance(
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Moment effectiveAt) {}

    CollisionController(CommandResponder writes, Sealing sealing) {
        this.writes = writes;
        this.sealing = sealing;
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Map<String, Object>> accept(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @Valid @RequestBody Acceptance body,
            WriteRequest sender) {
        var reason = sealing.text(new CaseId(caseId), sender, CollisionAccepted.REASON, id, body.reason());
        var command = new AcceptCollision(
                new CaseId(caseId),
                sender.lane(),
                new CollisionId(id),
                Objects.requireNonNull(reason),
                sender.at(body.effectiveAt()));
        return writes.done("collisionId", command, sender);
    }
}
