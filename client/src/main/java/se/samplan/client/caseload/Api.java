package se.samplan.client.caseload;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import se.samplan.client.RetryingHttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The API of a running Samplan: retries what got no answer, with the same key, until it is answered or patience ends. */
final class Api implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final URI url;
    private final Duration patience;
    private final RequestJournal journal;
    private final RetryingHttpClient http;
    private final Tokens tokens;

    Api(URI url, Duration patience, RequestJournal journal) {
        this.url = url;
        this.patience = patience;
        this.journal = journal;
        this.http = new RetryingHttpClient(
                CONNECT_WITHIN, ANSWER_WITHIN, new RetryingHttpClient.Patience(patience, FIRST_PAUSE, LONGEST_PAUSE));
        this.tokens = new Tokens(http, url);
    }

    /** The answer, whatever its status; only the first 401, 503 and no answer at all are retried. */
    ApiAnswer send(Request request) throws CommandFailed {
        var refreshed = new AtomicBoolean();
        try {
            return http.<ApiAnswer, CommandFailed>retry(() -> {
                var answer = once(request);
                if (answer.status() == 401 && refreshed.compareAndSet(false, true)) {
                    tokens.forget(request.by());
                    answer = once(request);
                }
                if (answer.status() == 503) {
                    throw new Unavailable(answer);
                }
                return answer;
            });
        } catch (IOException e) {
            throw CommandFailed.unreachable(
                    "%s: no answer within %d s; %s".formatted(request.template(), patience.toSeconds(), reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("interrupted");
        }
    }

    /** Samplan answered that it cannot serve for now. */
    private static final class Unavailable extends IOException {

        private static final long serialVersionUID = 1;

        Unavailable(ApiAnswer answer) {
            super("503 " + answer.code());
        }
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case Unavailable e -> String.valueOf(e.getMessage());
            case ConnectException _ -> "nothing answers at " + url;
            default -> "the connection broke: " + failure.getMessage();
        };
    }

    /** The answer as text, for what is not JSON. */
    HttpResponse<String> text(StaffActor by, String path) throws IOException, InterruptedException, CommandFailed {
        try {
            return http.send(request(Request.read(by, path, path)).build());
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
            response = http.send(message.build());
        } catch (ConnectException e) {
            throw e; // it was never sent
        } catch (IOException e) {
            if (!request.isRead()) {
                journal.unanswered(request);
            }
            throw e;
        }
        var answer = new ApiAnswer(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Samplan-Position").orElse(null));
        if (!request.isRead() && answer.isDone()) {
            journal.acknowledged(request, answer);
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
}
