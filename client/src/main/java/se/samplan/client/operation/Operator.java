package se.samplan.client.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.samplan.client.BoundedExchange;
import se.samplan.client.DemoIssuer;
import se.samplan.client.Unsuccessful;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator of a running Samplan, over HTTP. */
final class Operator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** How long a Samplan may be away while something is watched. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final URI samplan;
    private final Supplier<String> tokens;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
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

    /** What is told while an operation goes on. */
    interface Watcher {
        void told(Ongoing operation);
    }

    /** Begins what the path and the body say, and watches it to its end. */
    Ongoing run(String path, String body, Watcher watcher) {
        var begun = answer(() -> request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
        if (begun.statusCode() != 202) {
            throw new Unsuccessful(refusal(begun));
        }
        var operation = Ongoing.of(parsed(begun));
        var lost = System.nanoTime() + PATIENCE.toNanos();
        while (operation.isRunning()) {
            watcher.told(operation);
            pause();
            var now = look(operation);
            if (now != null) {
                operation = now;
                lost = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > lost) {
                throw new Unsuccessful("No Samplan has answered at " + samplan + " for " + PATIENCE.toSeconds()
                        + " s. What was begun may go on: GET /api/operations/" + operation.id() + " tells.");
            }
        }
        watcher.told(operation);
        return operation;
    }

    /** Null where it does not answer for now. */
    private @Nullable Ongoing look(Ongoing operation) {
        try {
            var answer = answer(() -> request("/api/operations/" + operation.id()));
            if (answer.statusCode() >= 500) {
                return null;
            }
            if (answer.statusCode() != 200) {
                throw new Unsuccessful(refusal(answer));
            }
            return Ongoing.of(parsed(answer));
        } catch (NoAnswer e) {
            return null;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(samplan.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> answer(Supplier<HttpRequest.Builder> request) {
        var answer = once(request.get());
        if (answer.statusCode() == 401) { // run out
            token = null;
            answer = once(request.get());
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest.Builder request) {
        try {
            if (token == null) {
                token = tokens.get();
            }
            return BoundedExchange.within(
                    LONGEST_ANSWER,
                    http,
                    request.header("Authorization", "Bearer " + token).build());
        } catch (IOException e) {
            throw new NoAnswer(samplan, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsuccessful("Interrupted.", e);
        }
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

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsuccessful("Interrupted.", e);
        }
    }
}
