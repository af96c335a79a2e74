package se.samplan.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Names the contract's operations by capability and method, so that the names are stable. */
final class OpenApiOperations {

    static final String CONTROLLER = "Controller";

    /** Former package names that clients know as tags. */
    private static final Map<String, String> TAGS = Map.of("check", "view");

    private OpenApiOperations() {}

    static Operation name(Operation operation, HandlerMethod method) {
        var controller = method.getBeanType();
        var packageName = controller.getPackageName();
        var capability = packageName.substring(packageName.lastIndexOf('.') + 1);
        operation.setTags(List.of(TAGS.getOrDefault(capability, capability)));
        operation.setOperationId(StringUtils.uncapitalize(named(controller))
                + StringUtils.capitalize(method.getMethod().getName()));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(OpenApiOperations::asWritten);
        }
        return operation;
    }

    /** Names in paths and queries are written in lower case and with hyphens. */
    private static void asWritten(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        if (schema == null || schema.getEnum() == null) {
            if (schema != null
                    && schema.getPattern() == null
                    && parameter.getIn().equals("query")) {
                schema.setMinLength(isText(schema) ? 1 : null); // an empty one is refused
            }
            return;
        }
        var written = new Schema<String>();
        written.addType("string");
        written.setDefault(schema.getDefault());
        written.setEnum(schema.getEnum().stream()
                .map(name -> String.valueOf(name).toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
        parameter.setSchema(written);
    }

    private static boolean isText(Schema<?> schema) {
        return schema.getTypes() != null && schema.getTypes().contains("string");
    }

    /** A controller's name without its suffix. */
    static String named(Class<?> controller) {
        var name = controller.getSimpleName();
        return name.substring(0, name.length() - CONTROLLER.length());
    }
}
