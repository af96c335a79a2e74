package se.samplan.history;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.access.AccessRefusal;
import se.samplan.access.Actor;
import se.samplan.casework.CaseId;
import se.samplan.http.Positions;
import se.samplan.refusal.Rejected;

/** Serves the plain history over HTTP, read from the stream itself and thus never behind. */
@RestController
class HistoryController {

    private final HistoryQuery query;
    private final Positions positions;

    HistoryController(HistoryQuery query, Positions positions) {
        this.query = query;
        this.positions = positions;
    }

    @GetMapping("/api/cases/{caseId}/history")
    ResponseEntity<HistoryPage> history(
            @PathVariable UUID caseId,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String asOf,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Actor actor) {
        // Otherwise today's history would pass for that of the requested moment.
        Rejected.unless(asOf == null && knownAt == null, AccessRefusal.NOT_YET_AVAILABLE);
        if (position != null) {
            // Nothing to wait for, but an invalid token is still reported.
            positions.read(position);
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(query.of(new CaseId(caseId), actor));
    }
}
