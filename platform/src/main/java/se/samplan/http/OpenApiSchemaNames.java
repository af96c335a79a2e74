package se.samplan.http;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import se.samplan.access.Actor;

/** Names the contract's bodies after their controllers, since several have a {@code Withdrawal}. */
final class OpenApiSchemaNames extends TypeNameResolver {

    /** Former type names that clients know. */
    private static final Map<Class<?>, String> NAMES = Map.of(Actor.class, "Caller");

    @Override
    protected String nameForClass(JavaType type, Set<Options> options) {
        return nameForClass(type.getRawClass(), options);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var controller = type.getEnclosingClass();
        if (controller == null || !controller.getSimpleName().endsWith(OpenApiOperations.CONTROLLER)) {
            return NAMES.getOrDefault(type, type.getSimpleName());
        }
        var prefix = OpenApiOperations.named(controller);
        return type.getSimpleName().equals(prefix) ? prefix : prefix + type.getSimpleName();
    }
}
