package se.samplan.http;

import static se.samplan.http.OpenApiSchemas.reference;
import static se.samplan.http.OpenApiSchemas.text;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds what all operations share and springdoc cannot see: headers, the responses of writes, problems. */
final class OpenApiResponses {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "Problem";
    private static final String WRITTEN = "Written";
    private static final String MADE = "Made";
    private static final String OPEN_ENTRIES = "OpenEntries";
    private static final String ETAG = "ETag";
    private static final String OPERATIONS = "/api/operations/";

    private static final SortedMap<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request cannot be read; `errors` names the fields.",
            "401", "No valid token.",
            "403", "Not for somebody with this appointment, or not without a legal ground.",
            "404", "Not there, or not to be known.",
            "409", "Not as things stand.",
            "412", "Something that the sender may know changed since it was read.",
            "413", "Larger than 256 KiB.",
            "415", "Not JSON.",
            "422", "Not by the rules.",
            "503", "Try again, after as many seconds as `Retry-After` says."));

    private static final List<String> OF_READS = List.of("400", "401", "403", "404", "503");

    private OpenApiResponses() {}

    static void complete(OpenAPI contract) {
        var components = contract.getComponents();
        components.addSchemas(PROBLEM, OpenApiSchemas.problem());
        components.addSchemas(WRITTEN, OpenApiSchemas.written());
        components.addSchemas(MADE, OpenApiSchemas.made());
        components.addSchemas(OPEN_ENTRIES, OpenApiSchemas.openEntries());
        var codes = OpenApiCodes.byStatus();
        PROBLEMS.forEach((status, description) ->
                components.addResponses(PROBLEM + status, problem(Integer.parseInt(status), description, codes)));
        contract.getPaths().forEach((path, item) -> {
            if (item.getGet() != null) {
                read(path, item.getGet());
            }
            if (item.getPost() != null && path.startsWith(OPERATIONS)) {
                begin(path, item.getPost());
            } else if (item.getPost() != null) {
                write(path, item.getPost());
            }
        });
        OpenApiBodies.complete(contract);
    }

    private static void read(String path, Operation operation) {
        var answer = Objects.requireNonNull(operation.getResponses().get("200"), path);
        if (path.endsWith(".csv")) {
            answer.setContent(
                    new Content().addMediaType("text/csv", new MediaType().schema(text("UTF-8, with commas"))));
        }
        if (path.endsWith("/progress")) {
            answer.setContent(
                    new Content().addMediaType("text/event-stream", new MediaType().schema(reference("Operation"))));
        }
        if (path.endsWith("/plans")) {
            answer.addHeaderObject(ETAG, header("the version of the case that the reader sees"));
        }
        if (path.endsWith("/closing-check")) {
            answer.setContent(new Content().addMediaType(JSON, new MediaType().schema(reference(OPEN_ENTRIES))));
            List.of("409", "422").forEach(status -> refer(operation.getResponses(), status));
        }
        if (path.startsWith("/api/reports/")) {
            refer(operation.getResponses(), "422");
        }
        OF_READS.forEach(status -> refer(operation.getResponses(), status));
    }

    /** A long-running operation answers at once and says where its progress is shown. */
    private static void begin(String path, Operation operation) {
        var answer = Objects.requireNonNull(operation.getResponses().remove("200"), path);
        answer.setDescription("Begun.");
        answer.addHeaderObject("Location", header("where it is shown how far it has come"));
        operation.getResponses().addApiResponse("202", answer);
        PROBLEMS.keySet().forEach(status -> refer(operation.getResponses(), status));
    }

    private static void write(String path, Operation operation) {
        var answer = Objects.requireNonNull(operation.getResponses().remove("200"), path);
        answer.addHeaderObject(Positions.HEADER, header("to be sent with reads that must see what was written"));
        if (path.startsWith("/api/cases/")) {
            answer.addHeaderObject(ETAG, header("the version of the case that the sender sees now"));
            answer.setContent(new Content().addMediaType(JSON, new MediaType().schema(reference(WRITTEN))));
        } else if (!path.endsWith("/participants")) {
            answer.setContent(new Content().addMediaType(JSON, new MediaType().schema(reference(MADE))));
        }
        var created = makesAnEntry(path);
        answer.setDescription(created ? "Made." : "Done.");
        operation.getResponses().addApiResponse(created ? "201" : "200", answer);
        PROBLEMS.keySet().forEach(status -> refer(operation.getResponses(), status));
    }

    /** Whether it adds to a collection; registering a person does not reveal whether it does. */
    private static boolean makesAnEntry(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return !last.equals("participants") && (last.endsWith("s") || last.equals("staff") || last.equals("hand-over"));
    }

    private static ApiResponse problem(int status, String description, Map<Integer, List<String>> codes) {
        var schema = OpenApiSchemas.problem(PROBLEM, status, Objects.requireNonNull(codes.get(status)));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Header header(String description) {
        return new Header().description(description).required(true).schema(text(null));
    }

    private static void refer(ApiResponses responses, String status) {
        responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + PROBLEM + status));
    }
}
