package se.samplan.report;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.http.AccessRefusal;
import se.samplan.http.Caller;
import se.samplan.http.Positions;
import se.samplan.refusal.Rejected;
import se.samplan.staff.OrganisationId;
import se.samplan.view.Awaiting;

/** The reports over HTTP: in the columns of the published tables, or with the explanation of each figure. */
@RestController
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReportQuery query;
    private final Awaiting awaiting;

    ReportController(ReportQuery query, Awaiting awaiting) {
        this.query = query;
        this.awaiting = awaiting;
    }

    @GetMapping("/api/reports/{table}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String table,
            @RequestParam OrganisationId municipality,
            @RequestParam int year,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Caller caller) {
        var kind = named(table);
        var csv = report(kind, municipality, year, position, caller).csv(kind);
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/reports/{table}")
    ResponseEntity<Report> json(
            @PathVariable String table,
            @RequestParam OrganisationId municipality,
            @RequestParam int year,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(report(named(table), municipality, year, position, caller));
    }

    private Report report(
            Table table, OrganisationId municipality, int year, @Nullable String position, Caller caller) {
        Rejected.unless(municipality.value().matches(OrganisationId.PATTERN), AccessRefusal.INVALID_REQUEST);
        awaiting.position(position);
        return query.of(table, municipality, year, caller);
    }

    private static Table named(String name) {
        return Table.named(name).orElseThrow(() -> new Rejected(ReportRefusal.UNKNOWN_REPORT));
    }
}
