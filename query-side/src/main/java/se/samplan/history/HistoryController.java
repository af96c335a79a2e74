package se.samplan.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.coordination.CaseId;
import se.samplan.http.Caller;
import se.samplan.http.Positions;

/** The plain history over HTTP; it is read from the stream itself, which is never behind. */
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
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Caller caller) {
        if (position != null) {
            // Nothing to wait for, but a token that is none is told all the same.
            positions.read(position);
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(query.of(new CaseId(caseId), caller));
    }
}
