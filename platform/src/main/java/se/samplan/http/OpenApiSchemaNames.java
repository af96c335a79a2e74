package se.samplan.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** What the contract calls the bodies: with the name of their controller, since each has its {@code Withdrawal}. */
final class OpenApiSchemaNames extends TypeNameResolver {

    @Override
    protected String nameForClass(JavaType type, Set<Options> options) {
        return nameForClass(type.getRawClass(), options);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var controller = type.getEnclosingClass();
        if (controller == null || !controller.getSimpleName().endsWith(OpenApiOperations.CONTROLLER)) {
            return type.getSimpleName();
        }
        var prefix = OpenApiOperations.named(controller);
        return type.getSimpleName().equals(prefix) ? prefix : prefix + type.getSimpleName();
    }
}
