package se.samplan.bench.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.samplan.client.BoundedExchange;
import se.samplan.client.DemoIssuer;
import se.samplan.client.Unsuccessful;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One Samplan over HTTP, with tokens of its own demo issuer, which goes by the clock of that process as it does itself. */
final class SamplanClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final URI url;
    private final String role;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile @Nullable String token;

    SamplanClient(URI url) {
        this(url, "municipal-caseworker");
    }

    /** As somebody of that role. */
    SamplanClient(URI url, String role) {
        this.url = url;
        this.role = role;
    }

    record HttpReply(int status, String position, String body) {

        boolean isDone() {
            return status >= 200 && status < 300;
        }

        /** The text under that name; empty if there is none. */
        String text(String name) {
            JsonNode json = JSON.readTree(body);
            return json.path(name).asString("");
        }
    }

    /** Sends a command; nothing if it was never sent. */
    @Nullable
    HttpReply post(String path, String body, String key) throws IOException, InterruptedException {
        var request = request(path);
        if (request == null) {
            return null;
        }
        waiting.incrementAndGet();
        try {
            return send(request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            refused.incrementAndGet();
            return null;
        } catch (IOException e) {
            unanswered.incrementAndGet();
            throw e;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** What is shown at the position, or now if that is empty; nothing if it does not answer. */
    @Nullable
    HttpReply get(String path, String position) throws InterruptedException {
        var request = request(path);
        try {
            if (request == null) {
                return null;
            }
            return send(position.isEmpty() ? request : request.header("Samplan-Position", position));
        } catch (IOException e) {
            return null;
        }
    }

    /** The metrics of this process, in the format of Prometheus. */
    String metrics() throws IOException, InterruptedException {
        return BoundedExchange.within(
                        LONGEST_ANSWER,
                        http,
                        HttpRequest.newBuilder(url.resolve("/actuator/prometheus"))
                                .build())
                .body();
    }

    /** Whether a command waits for its answer at this moment. */
    boolean isAsked() {
        return waiting.get() > 0;
    }

    /** How many commands were sent and had no answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** How many commands could not be sent or were answered with 503. */
    int refused() {
        return refused.get();
    }

    URI url() {
        return url;
    }

    private HttpRequest.@Nullable Builder request(String path) {
        var known = token;
        if (known == null) {
            try {
                known = new DemoIssuer(url).token(role, null, null);
                token = known;
            } catch (Unsuccessful e) {
                refused.incrementAndGet();
                return null;
            }
        }
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + known);
    }

    private HttpReply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = BoundedExchange.within(LONGEST_ANSWER, http, request.build());
        if (answer.statusCode() == 401) {
            token = null; // run out, or of another clock
        }
        if (answer.statusCode() == 503) {
            refused.incrementAndGet();
        }
        return new HttpReply(
                answer.statusCode(),
                answer.headers().firstValue("Samplan-Position").orElse(""),
                answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
