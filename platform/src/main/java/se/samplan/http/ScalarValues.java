package se.samplan.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Gives value types one form in requests: what is created of a scalar is not read from an object of its components, which
 * would pass by its checks, and an enum is written exactly as it is named.
 */
final class ScalarValues extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
        return isOfAScalar(bean.getBeanClass()) ? new ScalarOnly(deserializer) : deserializer;
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> deserializer) {
        return new ExactName(deserializer);
    }

    private static boolean isOfAScalar(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .map(creator -> creator.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    private static final class ScalarOnly extends DelegatingDeserializer {

        ScalarOnly(ValueDeserializer<?> ofTheType) {
            super(ofTheType);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> changed) {
            return new ScalarOnly(changed);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken().isScalarValue()
                    ? super.deserialize(parser, context)
                    : context.reportInputMismatch(this, "a scalar");
        }
    }

    private static final class ExactName extends DelegatingDeserializer {

        ExactName(ValueDeserializer<?> ofTheEnum) {
            super(ofTheEnum);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> changed) {
            return new ExactName(changed);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            var name = parser.getValueAsString("");
            return name.isEmpty() || !name.equals(name.strip())
                    ? context.reportInputMismatch(this, "a name")
                    : super.deserialize(parser, context);
        }
    }
}
