package se.samplan.client.caseload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** As much of Samplan's API as the loader sees: answers every command, and remembers what came. */
final class FakeSamplan implements AutoCloseable {

    /** A request as it came. */
    record Came(
            String method,
            String path,
            String token,
            @Nullable String key,
            String body) {}

    /** What is answered instead of the usual; status 0 breaks the connection without an answer. */
    record Reply(int status, String body) {}

    static {
        // else each answer waits for the acknowledgement of its header
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> effects = new ConcurrentHashMap<>();
    private final List<Came> all = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Came, @Nullable Reply> instead = came -> null;

    FakeSamplan() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Lets a test answer in place of the usual; null leaves it as usual. */
    void instead(Function<Came, @Nullable Reply> reply) {
        instead = reply;
    }

    List<Came> came() {
        return List.copyOf(all);
    }

    /** Keys that had an effect, each once however often it came. */
    Map<String, String> effects() {
        return effects;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var came = new Came(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            all.add(came);
            var reply = instead.apply(came);
            if (reply == null) {
                reply = usual(came);
            }
            if (reply.status() == 0) {
                return; // closing the exchange without an answer breaks the connection
            }
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Samplan-Position", "p" + all.size());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The effect of a command as the server would keep it, under its key. */
    Reply usual(Came came) {
        if (came.path().equals("/oauth2/token")) {
            return new Reply(200, "{\"access_token\":\"" + token(came.body()) + "\"}");
        }
        if (came.method().equals("GET")) {
            return new Reply(200, "{\"staff\":[],\"open\":[]}");
        }
        return new Reply(201, effects.computeIfAbsent(String.valueOf(came.key()), key -> answer(came.path())));
    }

    /** The form itself, so that a test sees who came. */
    private static String token(String form) {
        return form.replace('&', '+');
    }

    private static String answer(String path) {
        var id = UUID.randomUUID();
        var fields = new StringBuilder("{\"collisions\":[{\"collisionId\":\"" + id + "\"}]");
        for (var field : List.of(
                "participantId",
                "caseId",
                "referralId",
                "enrolmentId",
                "registrationId",
                "groundId",
                "planId",
                "goalId",
                "activityId",
                "clearanceId",
                "subsidyRequestId",
                "staffId",
                "policyId")) {
            fields.append(",\"")
                    .append(field)
                    .append("\":\"")
                    .append(UUID.randomUUID())
                    .append('"');
        }
        return path.isEmpty() ? "" : fields.append('}').toString();
    }
}
