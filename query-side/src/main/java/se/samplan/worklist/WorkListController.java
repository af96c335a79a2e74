package se.samplan.worklist;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.stream.Stream;
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
import se.samplan.casefile.WorkList;
import se.samplan.http.Positions;
import se.samplan.refusal.Rejected;
import se.samplan.view.ReadYourWrites;

/** Serves the work lists over HTTP. */
@RestController
class WorkListController {

    private static final int MOST = 200;

    private final WorkListQuery query;
    private final ReadYourWrites readYourWrites;
    private final CursorCodec cursors;

    WorkListController(WorkListQuery query, ReadYourWrites readYourWrites, CursorCodec cursors) {
        this.query = query;
        this.readYourWrites = readYourWrites;
        this.cursors = cursors;
    }

    @GetMapping("/api/work-lists/{list}")
    ResponseEntity<WorkListPage> list(
            @Parameter(schema = @Schema(implementation = WorkList.class)) @PathVariable String list,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MOST) int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Actor actor) {
        var wanted = named(list);
        var from = after == null ? null : cursors.read(wanted, after);
        readYourWrites.position(position);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(query.of(wanted, actor, from, limit));
    }

    private static WorkList named(String name) {
        return Stream.of(WorkList.values())
                .filter(list -> list.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new Rejected(AccessRefusal.NO_SUCH_RESOURCE));
    }
}
