package se.samplan.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/** Checks {@link Size} as JSON Schema has it: a text's characters are code points, of which Java may hold two for one. */
final class CountedCharacters {

    private CountedCharacters() {}

    static void configure(HibernateValidatorConfiguration configuration) {
        var mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(OfText.class)
                .validatedBy(OfCollection.class)
                .validatedBy(OfMap.class);
        configuration.addMapping(mapping);
    }

    /** The part that is the same for all. */
    abstract static class Counting<T> implements ConstraintValidator<Size, T> {

        private int least;
        private int most;

        @Override
        public void initialize(Size size) {
            least = size.min();
            most = size.max();
        }

        abstract int count(T value);

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int count = count(value);
            return count >= least && count <= most;
        }
    }

    /** Of texts. */
    public static final class OfText extends Counting<CharSequence> {
        @Override
        int count(CharSequence text) {
            return Character.codePointCount(text, 0, text.length());
        }
    }

    /** Of collections. */
    public static final class OfCollection extends Counting<Collection<?>> {
        @Override
        int count(Collection<?> collection) {
            return collection.size();
        }
    }

    /** Of maps. */
    public static final class OfMap extends Counting<Map<?, ?>> {
        @Override
        int count(Map<?, ?> map) {
            return map.size();
        }
    }
}
