package se.samplan.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import se.samplan.Samplan;
import tools.jackson.databind.json.JsonMapper;

/** One Samplan with its demo set, in a process of its own: started once per JVM for all tests that only talk to it. */
record RunningSamplan(ForkedJava java, Path folder, int port) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Passes it to tests. Surefire's forks run class by class, so it lives as long as the JVM, not as the engine's run. */
    static final class Extension implements ParameterResolver {

        private static final class Shared {
            static final RunningSamplan SAMPLAN = start(Map.of());

            static {
                Runtime.getRuntime().addShutdownHook(new Thread(Shared::close));
            }

            private static void close() {
                try {
                    SAMPLAN.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningSamplan.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Shared.SAMPLAN;
        }
    }

    /** One whose surroundings the environment names. */
    static RunningSamplan start(Map<String, String> environment) {
        try {
            var folder = Files.createTempDirectory("samplan");
            var port = Ports.anyFree();
            var java = ForkedJava.start(
                    Files.createDirectories(Path.of("target", "test-output")),
                    environment,
                    Samplan.class,
                    "--port",
                    Integer.toString(port),
                    "--data",
                    folder.resolve("data").toString());
            java.awaitLine("Samplan is ready on");
            return new RunningSamplan(java, folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String role) {
        var answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_secret=demo&client_id="
                        + URLEncoder.encode(role, StandardCharsets.UTF_8))));
        return new JsonMapper().readTree(answer.body()).path("access_token").asString();
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    /** Not before what stands at the position is shown. */
    HttpResponse<String> get(String path, String token, String position) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Samplan-Position", position));
    }

    HttpResponse<String> post(String path, String token, String body) {
        return send(posting(path, token, body));
    }

    HttpResponse<String> post(String path, String token, String body, String idempotencyKey) {
        return send(posting(path, token, body).header("Idempotency-Key", idempotencyKey));
    }

    private HttpRequest.Builder posting(String path, String token, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        java.process().destroy(); // so that PostgreSQL ends with it
        java.process().onExit().join();
        FileSystemUtils.deleteRecursively(folder);
    }
}
