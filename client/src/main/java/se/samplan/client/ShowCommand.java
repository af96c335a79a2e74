package se.samplan.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prints a participant's parallel plans as one reader may know them, the lanes side by side. */
@Command(
        name = "show",
        sortOptions = false,
        exitCodeOnInvalidInput = 1,
        description = "Prints a participant's parallel plans, the lanes side by side.")
final class ShowCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "PARTICIPANT", description = "the participant's id")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private UUID participant;

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            description = "who reads, as in ./samplan token (default: ${DEFAULT-VALUE})")
    private String role = "municipal-caseworker";

    @Option(names = "--organisation", paramLabel = "CODE", description = "of the reader (default: of the demo set)")
    private @Nullable String organisation;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description = "the reader's name (default: the first appointed there)")
    private @Nullable String person;

    @Option(names = "--token", paramLabel = "TOKEN", description = "a bearer token of the reader, instead of --as")
    private @Nullable String token;

    @Option(
            names = "--position",
            paramLabel = "P",
            description = "waits for what was written: the Samplan-Position of that answer")
    private @Nullable String position;

    @Option(names = "--language", paramLabel = "L", description = "en or sv (default: ${DEFAULT-VALUE})")
    private PlansText.Language language = PlansText.Language.en;

    @Option(names = "--url", paramLabel = "U", description = "the running Samplan (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(names = "--help", usageHelp = true, description = "shows this")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Override
    public Integer call() {
        var reader = token != null ? token : new DemoIssuer(url).token(role, organisation, person);
        var answer = send(reader);
        var body = parsed(answer);
        if (answer.statusCode() != 200) {
            throw new Unsuccessful(body.path("en").asString("Status " + answer.statusCode() + ".") + " ("
                    + body.path("code").asString("no code") + ")");
        }
        new PlansText(language).of(body).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private HttpResponse<String> send(String reader) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            var request = HttpRequest.newBuilder(url.resolve("/api/participants/" + participant + "/plans"))
                    .header("Authorization", "Bearer " + reader);
            if (position != null) {
                request.header("Samplan-Position", position);
            }
            return BoundedExchange.within(LONGEST_ANSWER, http, request.build());
        } catch (IllegalArgumentException e) {
            throw new Unsuccessful("The address or a header cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Unsuccessful(
                    "No Samplan answers at " + url + ". Start one with ./samplan run, or give its address with --url.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsuccessful("Interrupted.", e);
        }
    }

    private JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Unsuccessful(
                    "What answers at " + url + " is not Samplan (status " + answer.statusCode() + ").", e);
        }
    }
}
