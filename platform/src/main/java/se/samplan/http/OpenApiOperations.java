package se.samplan.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
            operation.getParameters().forEach(parameter -> asWritten(parameter.getSchema()));
        }
        return operation;
    }

    /** Names in paths and queries are written in lower case and with hyphens. */
    @SuppressWarnings("unchecked")
    private static <T> void asWritten(@Nullable Schema<T> schema) {
        if (schema != null && schema.getEnum() != null) {
            var names = schema.getEnum();
            schema.setEnum(null);
            names.forEach(name -> schema.addEnumItemObject(
                    (T) String.valueOf(name).toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    /** A controller's name without its suffix. */
    static String named(Class<?> controller) {
        var name = controller.getSimpleName();
        return name.substring(0, name.length() - CONTROLLER.length());
    }
}
