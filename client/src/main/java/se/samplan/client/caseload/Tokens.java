package se.samplan.client.caseload;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import se.samplan.client.RetryingHttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens of the demo issuer, one per person of the staff. */
final class Tokens {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Any operator will do; all others are asked for by organisation and person. */
    static final StaffActor OPERATOR = new StaffActor(StaffActor.Role.OPERATOR, "", "");

    private final Map<StaffActor, String> tokens = new ConcurrentHashMap<>();
    private final RetryingHttpClient http;
    private final URI url;

    Tokens(RetryingHttpClient http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** The person's token; asked for once. */
    String of(StaffActor actor) throws IOException, InterruptedException, CommandFailed {
        var known = tokens.get(actor);
        if (known != null) {
            return known;
        }
        var token = ask(actor);
        tokens.put(actor, token);
        return token;
    }

    void forget(StaffActor actor) {
        tokens.remove(actor);
    }

    private String ask(StaffActor actor) throws IOException, InterruptedException, CommandFailed {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", actor.role().clientId());
        form.put("client_secret", "demo");
        if (!actor.equals(OPERATOR)) {
            form.put("organisation", actor.organisation());
            form.put("person", actor.person());
        }
        var request = HttpRequest.newBuilder(url.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        var response = http.send(request);
        if (response.statusCode() == 503) {
            throw new IOException("the issuer answered 503");
        }
        return response.statusCode() == 200 ? token(response.body()) : refuse(actor, response);
    }

    private static String token(String body) throws CommandFailed {
        try {
            var token = MAPPER.readTree(body).path("access_token").asString("");
            if (!token.isEmpty()) {
                return token;
            }
        } catch (JacksonException e) {
            throw CommandFailed.unexpected("/oauth2/token", "no JSON");
        }
        throw CommandFailed.unexpected("/oauth2/token", "an answer without a token");
    }

    private static String refuse(StaffActor actor, HttpResponse<String> response) throws CommandFailed {
        throw CommandFailed.unexpected(
                "/oauth2/token",
                "%d for %s %s at %s: %s"
                        .formatted(
                                response.statusCode(),
                                actor.role().clientId(),
                                actor.person(),
                                actor.organisation(),
                                response.body()));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
