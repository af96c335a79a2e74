package se.samplan.plans;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.access.Actor;
import se.samplan.casework.ParticipantId;
import se.samplan.http.Positions;
import se.samplan.view.ReadYourWrites;

/** Serves the parallel plans over HTTP. */
@RestController
class ParallelPlansController {

    private final ParallelPlansQuery query;
    private final ReadYourWrites readYourWrites;

    ParallelPlansController(ParallelPlansQuery query, ReadYourWrites readYourWrites) {
        this.query = query;
        this.readYourWrites = readYourWrites;
    }

    @GetMapping("/api/participants/{participantId}/plans")
    ResponseEntity<PlansPage> plans(
            @PathVariable UUID participantId,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Actor actor) {
        readYourWrites.position(position);
        var versioned = query.of(new ParticipantId(participantId), actor);
        return ResponseEntity.ok()
                .eTag(versioned.etag())
                .cacheControl(CacheControl.noStore())
                .body(versioned.page());
    }
}
