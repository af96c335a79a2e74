package se.samplan.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedCharactersTest {

    private static final String TWO_OF_JAVA_EACH = "😀".repeat(3);

    private static final Validator VALIDATOR = validator();

    private record Sized(
            @Size(min = 1, max = 3) @Nullable String text,
            @Size(max = 2) @Nullable List<String> list,
            @Size(max = 2) @Nullable Map<String, String> map) {}

    private static Validator validator() {
        var configuration = Validation.byProvider(HibernateValidator.class).configure();
        CountedCharacters.configure(configuration);
        return configuration.buildValidatorFactory().getValidator();
    }

    private static int faults(@Nullable String text, @Nullable List<String> list, @Nullable Map<String, String> map) {
        return VALIDATOR.validate(new Sized(text, list, map)).size();
    }

    @Test
    void a_character_counts_once_however_many_of_java_it_takes() {
        assertThat(faults(TWO_OF_JAVA_EACH, null, null)).isZero();
        assertThat(faults(TWO_OF_JAVA_EACH + "x", null, null)).isOne();
        assertThat(faults("", null, null)).isOne();
    }

    @Test
    void collections_and_maps_are_counted_as_ever_and_what_is_not_there_is_not() {
        assertThat(faults(null, null, null)).isZero();
        assertThat(faults(null, List.of("a", "b"), Map.of("a", "", "b", ""))).isZero();
        assertThat(faults(null, List.of("a", "b", "c"), Map.of("a", "", "b", "", "c", "")))
                .isEqualTo(2);
    }
}
