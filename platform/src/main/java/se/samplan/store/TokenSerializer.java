package se.samplan.store;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Serializes Axon's tokens and other objects; reads only types of Axon, Samplan, {@code java.util} and {@code
 * java.lang}.
 */
final class TokenSerializer {

    private TokenSerializer() {}

    static Serializer create() {
        // The validator also guards what annotated token types read by class name.
        var allowed = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("se.samplan.")
                .allowIfSubType("java.util.")
                .allowIfSubType("java.lang.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(allowed))
                .build();
    }
}
