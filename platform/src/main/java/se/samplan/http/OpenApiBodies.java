package se.samplan.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what the two directions differ in: requests are read strictly, and responses have all of their members. */
final class OpenApiBodies {

    private final OpenAPI contract;
    private final Set<String> walked = new HashSet<>();

    private OpenApiBodies(OpenAPI contract) {
        this.contract = contract;
    }

    static void complete(OpenAPI contract) {
        var operations = contract.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        var requests = new OpenApiBodies(contract);
        operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(body -> requests.walk(body.getContent(), OpenApiBodies::strict));
        var responses = new OpenApiBodies(contract);
        operations.stream()
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .forEach(response -> responses.walk(response.getContent(), OpenApiBodies::complete));
    }

    /** An unknown field is refused; one of a set that comes twice is not. Texts say something that is seen. */
    private static void strict(Schema<?> schema) {
        if (isFreeText(schema)) {
            schema.setPattern(ReadableText.VISIBLE);
            schema.setNot(new Schema<>().types(Set.of("string")).pattern(ReadableText.HIDDEN));
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
        }
        schema.setUniqueItems(null);
    }

    private static boolean isFreeText(Schema<?> schema) {
        return schema.getTypes() != null
                && schema.getTypes().contains("string")
                && schema.getFormat() == null
                && schema.getEnum() == null
                && schema.getPattern() == null;
    }

    /** Members that are null are written. */
    private static void complete(Schema<?> schema) {
        if (schema.getProperties() != null
                && schema.getRequired() != null
                && schema.getAdditionalProperties() == null) {
            schema.setRequired(schema.getProperties().keySet().stream().sorted().toList());
        }
    }

    private void walk(Content content, Consumer<Schema<?>> change) {
        content.values().forEach(media -> walk(media.getSchema(), change));
    }

    private void walk(@Nullable Schema<?> schema, Consumer<Schema<?>> change) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = OpenApiSchemas.named(schema.get$ref());
            if (walked.add(name)) {
                walk(contract.getComponents().getSchemas().get(name), change);
            }
            return;
        }
        change.accept(schema);
        walk(schema.getItems(), change);
        walk(schema.getAdditionalProperties() instanceof Schema<?> values ? values : null, change);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> walk(each, change));
        }
        walkAll(schema.getAnyOf(), change);
        walkAll(schema.getAllOf(), change);
        walkAll(schema.getOneOf(), change);
    }

    private void walkAll(@Nullable List<?> schemas, Consumer<Schema<?>> change) {
        if (schemas != null) {
            schemas.forEach(each -> walk(each instanceof Schema<?> schema ? schema : null, change));
        }
    }
}
