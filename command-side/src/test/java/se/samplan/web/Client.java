package se.samplan.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samplan.http.Claimed;
import se.samplan.staff.OrganisationId;
import se.samplan.staff.Role;

/** Somebody with a token who talks to a running command side. */
public final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Running running;
    private final @Nullable String token;

    Client(Running running, @Nullable String token) {
        this.running = running;
        this.token = token;
    }

    public static Client of(Running running, Claimed claimed) {
        return new Client(running, Tokens.of(claims(claimed)));
    }

    public static Client of(Running running, String subject, String organisation, Role role) {
        return of(running, new Claimed(subject, new OrganisationId(organisation), role));
    }

    static Map<String, String> claims(Claimed claimed) {
        return Map.of(
                "sub", claimed.subject(),
                "organisation", claimed.organisation().value(),
                "role", claimed.role().name());
    }

    /** Posts JSON, in which ' stands for ". */
    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body.replace('\'', '"'), "application/json", headers);
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer send(String method, String path, @Nullable String body, @Nullable String contentType, String... headers) {
        var name = running.newRequest();
        var request = HttpRequest.newBuilder(URI.create(running.url() + path))
                .header(Running.REQUEST, name)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
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
            return new Answer(response.statusCode(), response.headers(), response.body(), () -> running.tripsOf(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
