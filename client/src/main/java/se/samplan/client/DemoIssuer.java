package se.samplan.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Client of the demo issuer; requests tokens with the shared demo secret. */
public final class DemoIssuer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final URI samplan;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    public DemoIssuer(URI samplan) {
        this.samplan = samplan;
    }

    /** A bearer token; organisation and person are the issuer's choice where they are null. */
    public String token(String role, @Nullable String organisation, @Nullable String person) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", role);
        form.put("client_secret", "demo");
        if (organisation != null) {
            form.put("organisation", organisation);
        }
        if (person != null) {
            form.put("person", person);
        }
        var answer = send(form);
        var body = parsed(answer);
        if (answer.statusCode() != 200) {
            var reason =
                    body.path("error_description").asString(body.path("error").asString("no reason given"));
            throw new Unsuccessful(
                    "No token: " + reason + " (status " + answer.statusCode() + " from " + samplan + ")");
        }
        return body.path("access_token").asString();
    }

    private HttpResponse<String> send(Map<String, String> form) {
        try {
            var request = HttpRequest.newBuilder(samplan.resolve("/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                    .build();
            return BoundedExchange.within(LONGEST_ANSWER, http, request);
        } catch (IllegalArgumentException e) {
            throw new Unsuccessful("The address " + samplan + " cannot be used; give one as http://localhost:8080.", e);
        } catch (IOException e) {
            throw new Unsuccessful(
                    "No Samplan answers at " + samplan
                            + ". Start one with ./samplan run, or give its address with --url.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsuccessful("Interrupted.", e);
        }
    }

    private JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Unsuccessful(
                    "What answers at " + samplan + " is not Samplan's demo issuer (status " + answer.statusCode()
                            + ").",
                    e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
