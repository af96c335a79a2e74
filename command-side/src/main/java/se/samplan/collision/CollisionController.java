package se.samplan.collision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import se.samplan.collision.CollisionEvent.CollisionAccepted;
import se.samplan.http.Moment;
import se.samplan.pipeline.CaseRequest;

/** Collisions that are accepted with a reason. */
@RestController
@RequestMapping("/api/cases/{caseId}/collisions")
class CollisionController {

    record Acceptance(
            @NotBlank @Size(max = 4000) String reason,
            @Nullable Moment effectiveAt) {}

    @PostMapping("/{id}/acceptance")
    ResponseEntity<Map<String, Object>> accept(
            CaseRequest request, @PathVariable CollisionId id, @Valid @RequestBody Acceptance body) {
        var reason = request.seal(CollisionAccepted.REASON, id.value(), body.reason());
        return request.updated(
                "collisionId",
                new AcceptCollision(
                        request.caseId(),
                        request.lane(),
                        id,
                        Objects.requireNonNull(reason),
                        request.at(body.effectiveAt())));
    }
}
