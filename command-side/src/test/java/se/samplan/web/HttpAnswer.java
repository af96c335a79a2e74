package se.samplan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the command side answered.
 *
 * @param path where the request went
 */
public record HttpAnswer(String path, int status, HttpHeaders headers, String text, LongSupplier counted) {

    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "keep-alive", "date", "content-length");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The round trips to the database that it took. */
    public long trips() {
        return counted.getAsLong();
    }

    public JsonNode json() {
        return JSON.readTree(text);
    }

    public String header(String name) {
        return headers.firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
    }

    /** All that its sender can tell from it: status, body and headers, but those of the connection and the hour. */
    public String shape() {
        var told = headers.map().entrySet().stream()
                .filter(header -> !OF_THE_CONNECTION.contains(header.getKey()))
                .map(Map.Entry::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return status + "\n" + text + "\n" + told;
    }

    /** The code of a refusal; the status if there is none. */
    public String code() {
        return text.contains("\"code\"") ? json().path("code").asString("") : "HTTP " + status;
    }

    /** The id of the entry under that name, of a write that succeeded. */
    public UUID id(String name) {
        assertThat(status).as(text).isBetween(200, 201);
        return UUID.fromString(json().path(name).asString(""));
    }

    /** The same, of a write that was done. */
    public HttpAnswer done() {
        assertThat(status).as(text).isBetween(200, 201);
        return this;
    }

    public HttpAnswer refused(int expectedStatus, String code) {
        assertThat(status + " " + code()).as(text).isEqualTo(expectedStatus + " " + code);
        return this;
    }
}
