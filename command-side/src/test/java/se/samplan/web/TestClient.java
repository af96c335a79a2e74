package se.samplan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samplan.access.TokenIdentity;
import se.samplan.organisation.OrganisationId;
import se.samplan.organisation.Role;

/** Somebody with a token who talks to a running command side. */
public final class TestClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Running running;
    private final @Nullable String token;

    TestClient(Running running, @Nullable String token) {
        this.running = running;
        this.token = token;
    }

    public static TestClient of(Running running, TokenIdentity claimed) {
        return new TestClient(running, TestIssuer.of(claims(claimed)));
    }

    public static TestClient of(Running running, String subject, String organisation, Role role) {
        return of(running, new TokenIdentity(subject, new OrganisationId(organisation), role));
    }

    static Map<String, String> claims(TokenIdentity claimed) {
        return Map.of(
                "sub", claimed.subject(),
                "organisation", claimed.organisation().value(),
                "role", claimed.role().name());
    }

    /** Posts JSON, in which ' stands for ". */
    public HttpAnswer post(String path, String body, String... headers) {
        return send("POST", path, body.replace('\'', '"'), "application/json", headers);
    }

    public HttpAnswer get(String path) {
        return send("GET", path, null, null);
    }

    HttpAnswer send(
            String method, String path, @Nullable String body, @Nullable String contentType, String... headers) {
        return published(
                method,
                path,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                contentType,
                headers);
    }

    HttpAnswer sendBytes(String method, String path, byte[] body, String contentType, String... headers) {
        return published(method, path, BodyPublishers.ofByteArray(body), contentType, headers);
    }

    private HttpAnswer published(
            String method, String path, BodyPublisher body, @Nullable String contentType, String... headers) {
        var name = running.newRequest();
        var request = HttpRequest.newBuilder(URI.create(running.url() + path))
                .header(Running.REQUEST, name)
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new HttpAnswer(
                    path, response.statusCode(), response.headers(), response.body(), () -> running.tripsOf(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The header of a key that nobody has used. */
    static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
