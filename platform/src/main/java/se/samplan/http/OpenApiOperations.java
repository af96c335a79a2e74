package se.samplan.http;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** What the contract calls operations: by their capability and their method, so that names stay as they are. */
final class OpenApiOperations {

    static final String CONTROLLER = "Controller";

    /** What clients know a package by that was called so before. */
    private static final Map<String, String> TAGS = Map.of("check", "view");

    private OpenApiOperations() {}

    static Operation name(Operation operation, HandlerMethod method) {
        var controller = method.getBeanType();
        var packageName = controller.getPackageName();
        var capability = packageName.substring(packageName.lastIndexOf('.') + 1);
        operation.setTags(List.of(TAGS.getOrDefault(capability, capability)));
        operation.setOperationId(StringUtils.uncapitalize(named(controller))
                + StringUtils.capitalize(method.getMethod().getName()));
        return operation;
    }

    /** A controller's name without saying that it is one. */
    static String named(Class<?> controller) {
        var name = controller.getSimpleName();
        return name.substring(0, name.length() - CONTROLLER.length());
    }
}
