package se.samplan.client.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.samplan.client.contract.Contract.Operation;
import se.samplan.client.contract.GeneratedRequest.Header;
import se.samplan.client.contract.GeneratedRequest.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Generates requests: most as the contract has them, the others with one thing that is not, or beside the contract. */
final class Requests {

    /** What no answer may repeat. */
    static final String MARKER = "Zqx7marker";

    private static final List<String> CONTENT_TYPES = List.of(
            "application/yaml",
            "application/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;boundary=x",
            "*/*",
            "application/*",
            "application/json;charset=utf-16",
            "application/json;charset=iso-8859-1",
            "application/json;charset=nothing",
            "application/problem+json",
            "?=x",
            ";",
            "application/json, application/json",
            "");

    private static final List<String> ODD_TARGETS = List.of(
            "/" + MARKER,
            "/api/" + MARKER + ";v=1",
            "/api//" + MARKER,
            "/api/" + MARKER + "%2Fx",
            "/api/" + MARKER + "%00",
            "/api/" + MARKER + "%ff",
            "/api/" + MARKER + "%",
            "/api/../" + MARKER,
            "/api/{" + MARKER + "}",
            "/api/" + MARKER + "\\x",
            "/?=x&" + MARKER,
            "/api/me?=x",
            "/api/me?x=%ff",
            "/error?" + MARKER,
            "/oauth2/token",
            "/oauth2/token?" + MARKER,
            "/oauth2/authorize?" + MARKER,
            "/oauth2/authorize?response_type=code&client_id=operator&redirect_uri=http://" + MARKER,
            "/oauth2/introspect",
            "/oauth2/revoke",
            "/oauth2/userinfo",
            "/oauth2/device_authorization",
            "/oauth2/par",
            "/oauth2/" + MARKER,
            "/.well-known/" + MARKER,
            "/login",
            "/logout",
            "/actuator",
            "/actuator/" + MARKER,
            "/v3/api-docs/" + MARKER,
            "/api/" + MARKER.repeat(900),
            "*",
            "http://" + MARKER + "/api/me",
            "/api/" + MARKER + "\tx",
            "/api/" + MARKER + "#x",
            "/api/åäö" + MARKER);

    private static final List<String> ODD_METHODS =
            List.of("PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "HEAD", "PROPFIND", MARKER, "get", "CONNECT");

    private static final List<Header> ODD_HEADERS = List.of(
            new Header("Accept", "text/html"),
            new Header("Accept", "?=x"),
            new Header("Accept", "application/json;q=2"),
            new Header("Accept-Charset", "utf-16"),
            new Header("Accept-Encoding", "gzip, *;q=0"),
            new Header("Accept-Language", "xx-" + MARKER),
            new Header("Content-Encoding", "gzip"),
            new Header("Cookie", "JSESSIONID=" + MARKER + "; =;"),
            new Header("Forwarded", "for=" + MARKER),
            new Header("If-None-Match", "*"),
            new Header("If-Modified-Since", MARKER),
            new Header("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"),
            new Header("Origin", "null"),
            new Header("Range", "bytes=0-1,9-"),
            new Header("X-Forwarded-Prefix", "/" + MARKER),
            new Header("X-HTTP-Method-Override", "DELETE"));

    private static final List<String> ODD_TOKENS = List.of(
            "Bearer",
            "Bearer ",
            "Bearer " + MARKER,
            "Bearer a.b.c",
            "Basic b3BlcmF0b3I6ZGVtbw==",
            "Bearer åäö",
            "Bearer eyJhbGciOiJub25lIn0.e30.");

    private final Contract contract;
    private final Known known;
    private final Values values;
    private final Random random;
    private final Map<String, String> tokens;
    private final List<String> roles;

    Requests(Contract contract, Known known, Values values, Random random, Map<String, String> tokens) {
        this.contract = contract;
        this.known = known;
        this.values = values;
        this.random = random;
        this.tokens = tokens;
        this.roles = List.copyOf(tokens.keySet());
    }

    /** The next request for an operation. */
    GeneratedRequest next(Operation operation) {
        return switch (random.nextInt(24)) {
            case 0 -> beside(operation);
            case 1 -> build(operation).withToken(one(ODD_TOKENS)).done();
            case 2 -> build(operation).withPath().done();
            case 3 -> build(operation).withQuery().done();
            case 4 -> build(operation).withHeader().done();
            case 5 -> build(operation).withContentType().done();
            case 6 -> build(operation).withBytes().done();
            case 7, 8, 9 -> build(operation).withBody().done();
            default -> build(operation).done();
        };
    }

    /** As the contract has it, by this role. */
    GeneratedRequest valid(Operation operation, String role) {
        var draft = new Draft(operation, role);
        return draft.done();
    }

    /** What the contract does not know. */
    private GeneratedRequest beside(Operation operation) {
        var role = one(roles);
        var headers = new ArrayList<Header>();
        if (random.nextInt(4) != 0) {
            headers.add(new Header("Authorization", "Bearer " + tokens.get(role)));
        }
        var oddMethod = random.nextBoolean();
        var method = oddMethod ? one(ODD_METHODS) : random.nextBoolean() ? "GET" : "POST";
        var body = method.equals("POST") ? one(List.of("", "{}", "grant_type=" + MARKER)) : null;
        if (body != null) {
            headers.add(new Header("Content-Type", one(CONTENT_TYPES)));
        }
        var target = oddMethod ? new Draft(operation, role).target() : one(ODD_TARGETS);
        return new GeneratedRequest(null, Map.of(), role, method, latin(target), headers, body, Shape.INVALID);
    }

    private Draft build(Operation operation) {
        var bindings = known.bindings(operation);
        var likely = new ArrayList<>(roles);
        if (random.nextInt(4) != 0) {
            keepAny(likely, known.rolesOf(operation.id()));
        }
        if (random.nextInt(4) != 0) {
            keepAny(likely, known.rolesIn(bindings.get("caseId")));
        }
        var role = one(likely);
        return new Draft(operation, role, bindings);
    }

    /** Keeps those that are in both, if there are any. */
    private static void keepAny(List<String> kept, List<String> wanted) {
        if (kept.stream().anyMatch(wanted::contains)) {
            kept.retainAll(wanted);
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** As bytes in UTF-8, one character each. */
    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    /** One request while it is made. */
    private final class Draft {

        private final Operation operation;
        private final String role;
        private final Map<String, String> bindings;
        private final Map<String, String> written = new LinkedHashMap<>();
        private final List<Header> headers = new ArrayList<>();
        private String query = "";
        private String token;
        private @Nullable String contentType;
        private @Nullable JsonNode json;
        private byte @Nullable [] body;
        private boolean invalid;
        private boolean undecided;

        Draft(Operation operation, String role) {
            this(operation, role, known.bindings(operation));
        }

        Draft(Operation operation, String role, Map<String, String> bindings) {
            this.operation = operation;
            this.role = role;
            this.bindings = bindings;
            token = "Bearer " + tokens.get(role);
            var caseId = bindings.get("caseId");
            for (var parameter : operation.in("path")) {
                var bound = bindings.get(parameter.name());
                var format = contract.definition(parameter.definition())
                        .path("format")
                        .asString("");
                var value = format.equals("uuid") && bound != null
                        ? bound
                        : values.of(parameter.definition(), parameter.name(), caseId)
                                .asString();
                written.put(parameter.name(), value);
            }
            for (var parameter : operation.in("query")) {
                if (parameter.required() || random.nextInt(3) == 0) {
                    var value = values.of(parameter.definition(), parameter.name(), caseId);
                    query += (query.isEmpty() ? "?" : "&") + parameter.name() + "=" + encoded(value.asString());
                }
            }
            for (var parameter : operation.in("header")) {
                if (random.nextInt(12) == 0) {
                    var value = values.of(parameter.definition(), parameter.name(), caseId)
                            .asString();
                    headers.add(new Header(parameter.name(), latin(value.replaceAll("[\\r\\n\\x00]", ""))));
                    undecided = true; // what HTTP makes of spaces and letters is no schema's
                }
            }
            if (!operation.request().isEmpty()) {
                json = values.of(operation.request(), "", caseId);
                contentType = "application/json";
            } else if (operation.method().equals("POST")) {
                contentType = random.nextBoolean() ? "application/json" : null;
            }
        }

        Draft withToken(String odd) {
            token = latin(odd);
            return this;
        }

        Draft withPath() {
            if (!written.isEmpty()) {
                var name = one(List.copyOf(written.keySet()));
                written.put(
                        name,
                        one(List.of(
                                "1-1-1-1-1",
                                MARKER,
                                " " + written.get(name),
                                "{" + written.get(name) + "}",
                                "null",
                                "0",
                                written.get(name) + "x",
                                "åäö",
                                "x".repeat(300))));
            }
            return this;
        }

        Draft withQuery() {
            var parameters = operation.in("query");
            var name = parameters.isEmpty() ? "" : one(parameters).name();
            query = one(List.of(
                    query + (query.isEmpty() ? "?" : "&") + MARKER + "=1",
                    query + (query.isEmpty() ? "?" : "&") + "=x",
                    query + (query.isEmpty() ? "?" : "&&") + "x=%ff",
                    query.isEmpty() ? "?" + MARKER : query + "&" + query.substring(1),
                    name.isEmpty() ? "?%" : "?" + name + "=%2B5",
                    name.isEmpty() ? "?" + MARKER : "?" + name + "=%205",
                    name.isEmpty() ? "?x[]=1" : "?" + name + "=%EF%BC%95",
                    name.isEmpty() ? "?x" : "?" + name,
                    name.isEmpty() ? "?x=" : "?" + name + "=0x10"));
            invalid = true;
            return this;
        }

        Draft withHeader() {
            headers.add(one(ODD_HEADERS));
            undecided = true;
            return this;
        }

        Draft withContentType() {
            if (json != null) {
                contentType = one(CONTENT_TYPES);
                invalid = true;
            }
            return this;
        }

        /** Other bytes than those of a JSON of its shape. */
        Draft withBytes() {
            if (json == null) {
                return this;
            }
            var text = json.toString();
            body = switch (random.nextInt(12)) {
                case 0 -> new byte[0];
                case 1 -> text.substring(0, text.length() - 1).getBytes(UTF_8);
                case 2 -> (text + " {}").getBytes(UTF_8);
                case 3 -> "{\"effectiveAt\":null,\"effectiveAt\":null}".getBytes(UTF_8);
                case 4 -> text.getBytes(UTF_16LE);
                case 5 -> "{\"å\":1}".getBytes(ISO_8859_1);
                case 6 -> "[".repeat(20_000).getBytes(UTF_8);
                case 7 -> ("{\"x\":" + "9".repeat(20_000) + "}").getBytes(UTF_8);
                case 8 -> ("{\"" + MARKER + "\":\"" + "x".repeat(300_000) + "\"}").getBytes(UTF_8);
                case 9 ->
                    one(List.of("[]", "1", "\"x\"", "true", "[" + text + "]")).getBytes(UTF_8);
                case 10 ->
                    one(List.of("{\"x\":NaN}", "{\"hoursPerWeek\":1e400}", "{\"levelPercent\":-1e999999999}"))
                            .getBytes(UTF_8);
                default -> ("\uFEFF" + text).getBytes(UTF_8);
            };
            invalid = true;
            return this;
        }

        /** One value that may not be as the schema has it, one field too many or one too few. */
        Draft withBody() {
            if (json == null) {
                return this;
            }
            var places = new ArrayList<Place>();
            places(json, places);
            if (places.isEmpty() || random.nextInt(6) == 0) {
                ((ObjectNode) json).put(one(List.of(MARKER, "", "value", "id", "class", "@type", "effectiveat")), 1);
                return this;
            }
            var place = one(places);
            switch (place.holder) {
                case ObjectNode object when random.nextInt(6) == 0 -> object.remove(place.name);
                case ObjectNode object -> object.set(place.name, values.likeIt(object.path(place.name), MARKER));
                case ArrayNode array -> array.set(place.index, values.likeIt(array.path(place.index), MARKER));
                default -> throw new IllegalStateException("a place in a value that has none");
            }
            return this;
        }

        private void places(JsonNode value, List<Place> found) {
            for (var name : value.propertyNames()) {
                found.add(new Place(value, name, 0));
                places(value.path(name), found);
            }
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                found.add(new Place(value, "", i));
                places(value.path(i), found);
            }
        }

        String target() {
            var path = operation.path();
            for (var variable : written.entrySet()) {
                path = path.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
            }
            return path + query;
        }

        GeneratedRequest done() {
            for (var parameter : operation.in("path")) {
                var value = JsonNodeFactory.instance.stringNode(written.get(parameter.name()));
                invalid |= !contract.faults(parameter.definition(), value).isEmpty();
            }
            if (json != null && body == null) {
                invalid |= !contract.faults(operation.request(), json).isEmpty();
                body = json.toString().getBytes(UTF_8);
            }
            var all = new ArrayList<>(headers);
            all.add(new Header("Authorization", token));
            if (contentType != null) {
                all.add(new Header("Content-Type", contentType));
            }
            var bytes = body == null && operation.method().equals("POST") ? new byte[0] : body;
            var sent = bytes == null ? null : new String(bytes, ISO_8859_1);
            var shape = invalid ? Shape.INVALID : undecided ? Shape.UNDECIDED : Shape.VALID;
            return new GeneratedRequest(operation, bindings, role, operation.method(), target(), all, sent, shape);
        }
    }

    private record Place(JsonNode holder, String name, int index) {}

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
