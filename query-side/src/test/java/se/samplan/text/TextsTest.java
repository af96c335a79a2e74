package se.samplan.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.EventCatalogue;

/** Every code that can be shown has both texts. */
class TextsTest {

    private static final List<Class<?>> CODES = found();

    static List<Class<?>> codes() {
        return CODES;
    }

    private static List<Class<?>> found() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type ->
                                !type.getPackageName().matches("se\\.samplan\\.(refusal|vault|http|store|view)"))
                        .filter(type -> !type.getSimpleName().endsWith("Refusal"))
                        .filter(type -> !type.getSimpleName().matches("WithoutWork|EnrolmentLength"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void there_are_codes() {
        assertThat(codes()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_constant_has_a_text_in_swedish_and_in_english(Class<?> type) {
        for (var constant : type.getEnumConstants()) {
            var text = Texts.of((Enum<?>) constant);
            assertThat(text.code()).isEqualTo(((Enum<?>) constant).name());
            assertThat(text.sv()).isNotBlank();
            assertThat(text.en()).isNotBlank();
        }
    }

    @Test
    void every_event_of_a_case_has_a_sentence_in_both() {
        for (var event : EventCatalogue.ofCases()) {
            var sentence = Texts.ofEvent(event.getSimpleName());
            assertThat(sentence.sv()).endsWith(".");
            assertThat(sentence.en()).endsWith(".");
        }
    }
}
