package se.samplan.client.caseload;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import se.samplan.client.BoundedExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A running Samplan over HTTP: sends again what got no answer, with the same key, until it is answered or patience ends. */
final class Api implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private final URI url;
    private final Duration patience;
    private final RequestJournal ledger;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Tokens tokens;

    Api(URI url, Duration patience, RequestJournal ledger) {
        this.url = url;
        this.patience = patience;
        this.ledger = ledger;
        this.tokens = new Tokens(http, url);
    }

    /** The answer, whatever its status but 401, 503 and none, which are tried again. */
    ApiAnswer send(Request request) throws CommandFailed {
        long giveUp = System.nanoTime() + patience.toNanos();
        boolean refreshed = false;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            String why;
            try {
                var answer = once(request);
                if (answer.status() == 401 && !refreshed) {
                    tokens.forget(request.by());
                    refreshed = true;
                    continue;
                }
                if (answer.status() != 503) {
                    return answer;
                }
                why = "503 " + answer.code();
            } catch (ConnectException e) {
                why = "nothing answers at " + url;
            } catch (IOException e) {
                why = "the connection broke: " + e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CommandFailed.unreachable("interrupted");
            }
            if (System.nanoTime() >= giveUp) {
                throw CommandFailed.unreachable(
                        "%s: no answer within %d s; %s".formatted(request.template(), patience.toSeconds(), why));
            }
            sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
        }
    }

    /** The answer as text, for what is not JSON. */
    HttpResponse<String> text(Actor by, String path) throws IOException, InterruptedException, CommandFailed {
        try {
            return BoundedExchange.within(
                    LONGEST_ANSWER, http, request(Request.read(by, path, path)).build());
        } catch (ConnectException e) {
            throw CommandFailed.unreachable("nothing answers at " + url);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private ApiAnswer once(Request request) throws IOException, InterruptedException, CommandFailed {
        var message = request(request);
        HttpResponse<String> response;
        try {
            response = BoundedExchange.within(LONGEST_ANSWER, http, message.build());
        } catch (ConnectException e) {
            throw e; // it was never sent
        } catch (IOException e) {
            if (!request.isRead()) {
                ledger.unanswered(request);
            }
            throw e;
        }
        var answer = new ApiAnswer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Samplan-Position").orElse(null));
        if (!request.isRead() && answer.isDone()) {
            ledger.acknowledged(request, answer);
        }
        return answer;
    }

    private HttpRequest.Builder request(Request request) throws IOException, InterruptedException, CommandFailed {
        var message = HttpRequest.newBuilder(url.resolve(request.path()))
                .header("Authorization", "Bearer " + tokens.of(request.by()));
        var body = request.body();
        if (body != null) {
            message.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        var key = request.key();
        return key == null ? message : message.header("Idempotency-Key", key);
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static void sleep(long millis) throws CommandFailed {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("interrupted");
        }
    }
}
