package se.samplan.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Makes schemas of records by what checks them: a component may be null where it is marked {@link Nullable} and is
 * required elsewhere, and its bounds are its constraints, also those within a collection.
 */
final class OpenApiRecords extends ModelResolver {

    OpenApiRecords(ObjectMapper mapper, OpenApiSchemaNames names) {
        super(mapper, names);
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(annotated, context, next);
        var type = annotated.getType() instanceof JavaType java ? java : _mapper.constructType(annotated.getType());
        if (resolved != null && type.getRawClass().isRecord()) {
            var name = resolved.get$ref() == null ? null : OpenApiSchemas.named(resolved.get$ref());
            Schema<?> model =
                    name == null ? resolved : context.getDefinedModels().get(name);
            if (model != null && model.getProperties() != null) {
                Arrays.stream(type.getRawClass().getRecordComponents()).forEach(each -> complete(model, each));
            }
        }
        return resolved;
    }

    private static void complete(Schema<?> model, RecordComponent component) {
        var name = component.getName();
        var property = model.getProperties().get(name);
        if (property == null) {
            return;
        }
        var type = component.getAnnotatedType();
        OpenApiBounds.add(property, component.getAccessor().getAnnotations());
        OpenApiBounds.add(property, type.getAnnotations());
        var within = property.getItems() == null ? property.getAdditionalProperties() : property.getItems();
        if (within instanceof Schema<?> values && type instanceof AnnotatedParameterizedType collection) {
            var arguments = collection.getAnnotatedActualTypeArguments();
            OpenApiBounds.add(values, arguments[arguments.length - 1].getAnnotations());
        }
        if (type.isAnnotationPresent(Nullable.class)) {
            model.getProperties().put(name, OpenApiSchemas.orNull(property));
        } else if (model.getRequired() == null || !model.getRequired().contains(name)) {
            model.addRequiredItem(name);
        }
    }
}
