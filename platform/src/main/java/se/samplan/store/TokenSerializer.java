package se.samplan.store;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Serializes tokens and other objects of Axon's: any of Axon's own types, and no other type. */
final class TokenSerializer {

    private TokenSerializer() {}

    static Serializer create() {
        // The validator also guards what a token is annotated to read by class name.
        var known = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("se.samplan.")
                .allowIfSubType("java.util.")
                .allowIfSubType("java.lang.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(known))
                .build();
    }
}
