package se.samplan.client.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract as it is served: its operations, and what their bodies are valid by. */
final class Contract {

    static final String PROBLEM = "application/problem+json";

    private static final String ADDRESS = "https://samplan.example/contract";
    private static final String COMPONENTS = "#/components/schemas/";

    private final JsonNode document;
    private final ObjectNode definitions;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<JsonNode, String> names = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private Contract(JsonNode document) {
        this.document = document;
        definitions = (ObjectNode) document.at("/components/schemas").deepCopy();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(
                        operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        var all = new JsonMapper().createObjectNode();
        all.set("$defs", definitions.deepCopy());
        close(all);
        var text = all.toString().replace(COMPONENTS, "#/$defs/");
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    static Contract read(String json) {
        return new Contract(new JsonMapper().readTree(json));
    }

    List<Operation> operations() {
        return operations;
    }

    /** What of a value is not as the definition has it; without the value itself. */
    List<String> faults(String definition, JsonNode value) {
        var schema = schemas.computeIfAbsent(
                definition, name -> registry.getSchema(SchemaLocation.of(ADDRESS + "#/$defs/" + name)));
        return schema.validate(value).stream().map(Contract::told).toList();
    }

    private static String told(Error error) {
        var property = error.getProperty();
        return error.getInstanceLocation() + ": " + error.getKeyword() + (property == null ? "" : " " + property);
    }

    /** The schema itself where there is a reference to it. */
    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    JsonNode definition(String name) {
        return resolved(definitions.path(name));
    }

    private Operation operation(String method, String path, JsonNode described) {
        var id = described.path("operationId").asString();
        var parameters = new ArrayList<Parameter>();
        for (var parameter : described.path("parameters")) {
            var name = parameter.path("name").asString();
            parameters.add(new Parameter(
                    name,
                    parameter.path("in").asString(),
                    parameter.path("required").asBoolean(false),
                    define(id + ".parameter." + name, parameter.path("schema"))));
        }
        var body = described.path("requestBody");
        var request = body.isMissingNode()
                ? ""
                : define(
                        id + ".request",
                        body.path("content").path("application/json").path("schema"));
        var responses = new TreeMap<String, Response>();
        described
                .path("responses")
                .properties()
                .forEach(each -> responses.put(each.getKey(), response(id + "." + each.getKey(), each.getValue())));
        return new Operation(
                id, method, path, parameters, request, body.path("required").asBoolean(false), responses);
    }

    private Response response(String name, JsonNode described) {
        var reference = described.path("$ref").asString("");
        var response = reference.isEmpty() ? described : document.at(reference.substring(1));
        var content = response.path("content").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        media -> define(
                                name + "." + media.getKey().replace('/', '.'),
                                media.getValue().path("schema"))));
        var headers = response.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
        return new Response(content, headers);
    }

    /** Equal schemas once: to prepare one takes longer than to use it. */
    private String define(String name, JsonNode schema) {
        return names.computeIfAbsent(schema, fresh -> {
            definitions.set(name, fresh);
            return name;
        });
    }

    /** Nothing that a schema does not name: clients pass it over, but the contract is to name all that there is. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        if (schema instanceof ObjectNode object && object.path("example").isString()) {
            object.remove("example"); // no keyword of JSON Schema's
        }
        for (var each : schema.properties()) {
            if (!each.getKey().equals("allOf")) {
                close(each.getValue());
            }
        }
        if (schema.isArray()) {
            schema.forEach(Contract::close);
        }
    }

    /** One method of one path. */
    record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            String request,
            boolean bodyRequired,
            Map<String, Response> responses) {

        List<Parameter> in(String place) {
            return parameters.stream().filter(each -> each.in.equals(place)).toList();
        }
    }

    /** A parameter with the definition of its values. */
    record Parameter(String name, String in, boolean required, String definition) {}

    /** The definitions of a response by media type, and the headers that it always has. */
    record Response(Map<String, String> content, List<String> headers) {}
}
