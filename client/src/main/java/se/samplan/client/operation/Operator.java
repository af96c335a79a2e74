package se.samplan.client.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.samplan.client.DemoIssuer;
import se.samplan.client.RetryingHttpClient;
import se.samplan.client.Unsuccessful;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator of a running Samplan, over HTTP. */
final class Operator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /** How long Samplan may be unreachable while an operation is watched. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(300);

    private final URI samplan;
    private final Supplier<String> tokens;
    private final RetryingHttpClient http = new RetryingHttpClient(
            CONNECT_WITHIN, ANSWER_WITHIN, new RetryingHttpClient.Patience(PATIENCE, POLL_INTERVAL, POLL_INTERVAL));
    private @Nullable String token;

    Operator(URI samplan, Supplier<String> tokens) {
        this.samplan = samplan;
        this.tokens = tokens;
    }

    /** The operator whose token stands in the environment, or else the demo issuer's. */
    static Operator of(URI samplan) {
        var given = System.getenv("SAMPLAN_TOKEN");
        return new Operator(
                samplan, given == null ? () -> new DemoIssuer(samplan).token("operator", null, null) : () -> given);
    }

    /** Hears of an operation's progress. */
    interface Watcher {
        void progressed(Ongoing operation);
    }

    /** Starts an operation and watches it until it ends. */
    Ongoing run(String path, String body, Watcher watcher) {
        Ongoing operation;
        try {
            operation = start(path, body);
        } catch (IOException e) {
            throw new NoAnswer(samplan, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        while (operation.isRunning()) {
            watcher.progressed(operation);
            operation = poll(operation);
        }
        watcher.progressed(operation);
        return operation;
    }

    private Ongoing start(String path, String body) throws IOException, InterruptedException {
        var started = answer(() -> request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (started.statusCode() != 202) {
            throw new Unsuccessful(refusal(started));
        }
        return Ongoing.of(parsed(started));
    }

    /** How the operation stands after a poll interval; a Samplan that does not answer meanwhile is waited for. */
    private Ongoing poll(Ongoing operation) {
        try {
            Thread.sleep(POLL_INTERVAL);
            return http.<Ongoing, Unsuccessful>retry(() -> {
                var answer = answer(() -> request("/api/operations/" + operation.id()));
                if (answer.statusCode() >= 500) {
                    throw new IOException("status " + answer.statusCode());
                }
                if (answer.statusCode() != 200) {
                    throw new Unsuccessful(refusal(answer));
                }
                return Ongoing.of(parsed(answer));
            });
        } catch (IOException e) {
            throw new Unsuccessful(
                    "No Samplan has answered at " + samplan + " for " + PATIENCE.toSeconds()
                            + " s. The operation may still be running; GET /api/operations/" + operation.id()
                            + " shows its state.",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(samplan.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> answer(Supplier<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        var answer = once(request.get());
        if (answer.statusCode() == 401) { // the token has expired
            token = null;
            answer = once(request.get());
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (token == null) {
            token = tokens.get();
        }
        return http.send(request.header("Authorization", "Bearer " + token).build());
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Unsuccessful("What answers is not Samplan (status " + answer.statusCode() + ").", e);
        }
    }

    private static String refusal(HttpResponse<String> answer) {
        var problem = parsed(answer);
        var views = problem.path("views");
        return problem.path("en").asString("status " + answer.statusCode())
                + (views.isArray()
                        ? " There are: "
                                + views.valueStream()
                                        .map(JsonNode::asString)
                                        .reduce((first, second) -> first + ", " + second)
                                        .orElse("none")
                                + "."
                        : "")
                + " (" + problem.path("code").asString("no code") + ")";
    }

    private static Unsuccessful interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Unsuccessful("Interrupted.", e);
    }
}
