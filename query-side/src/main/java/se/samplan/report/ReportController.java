package se.samplan.report;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samplan.access.AccessRefusal;
import se.samplan.access.TokenIdentity;
import se.samplan.http.Positions;
import se.samplan.organisation.OrganisationId;
import se.samplan.refusal.Rejected;
import se.samplan.view.ReadYourWrites;

/** Serves the reports over HTTP: as CSV in the published columns, or with each figure explained. */
@RestController
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** The time up to which the figures include everything recorded; {@code asOf} in JSON. */
    private static final String AS_OF = "Samplan-As-Of";

    private final ReportQuery query;
    private final ReportCallers callers;
    private final ReadYourWrites readYourWrites;

    ReportController(ReportQuery query, ReportCallers callers, ReadYourWrites readYourWrites) {
        this.query = query;
        this.callers = callers;
        this.readYourWrites = readYourWrites;
    }

    @GetMapping("/api/reports/{table}.csv")
    ResponseEntity<byte[]> csv(
            @Parameter(schema = @Schema(implementation = Table.class)) @PathVariable String table,
            @RequestParam OrganisationId municipality,
            @RequestParam int year,
            @Parameter(schema = @Schema(implementation = CsvForm.class)) @RequestParam(defaultValue = "plain")
                    String form,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            TokenIdentity identity) {
        var kind = named(table);
        var written = CsvForm.named(form).orElseThrow(() -> new Rejected(AccessRefusal.INVALID_REQUEST));
        var report = report(kind, municipality, year, position, identity);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(AS_OF, report.asOf().toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(report))
                .cacheControl(CacheControl.noStore())
                .body(written.write(report.rows(kind)));
    }

    @GetMapping("/api/reports/{table}")
    ResponseEntity<Report> json(
            @Parameter(schema = @Schema(implementation = Table.class)) @PathVariable String table,
            @RequestParam OrganisationId municipality,
            @RequestParam int year,
            @RequestHeader(name = Positions.HEADER, required = false) @Nullable String position,
            TokenIdentity identity) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(report(named(table), municipality, year, position, identity));
    }

    private Report report(
            Table table, OrganisationId municipality, int year, @Nullable String position, TokenIdentity identity) {
        var caller = callers.of(identity);
        readYourWrites.position(position);
        return query.of(table, municipality, year, caller);
    }

    /** Saved under its table, municipality and year. */
    private static String attachment(Report report) {
        return ContentDisposition.attachment()
                .filename("%s-%s-%d.csv".formatted(report.table(), report.municipality(), report.year()))
                .build()
                .toString();
    }

    private static Table named(String name) {
        return Table.named(name).orElseThrow(() -> new Rejected(ReportRefusal.UNKNOWN_REPORT));
    }
}
