package se.samplan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samplan.casework.CaseEvent;
import se.samplan.event.EventCatalogue;

/** Every code that can be shown has both texts. */
class TextsTest {

    private static final List<Class<?>> CODES = found();

    static List<Class<?>> codes() {
        return CODES;
    }

    private static List<Class<?>> found() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        return scanner.findCandidateComponents("se.samplan").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .filter(name -> !name.matches("se\\.samplan\\.(refusal|vault|http|store|view|operation|rights)\\..*"))
                .filter(name -> !name.matches(".*(Refusal|WithoutWork|EnrolmentLength)"))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
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
        for (var event : EventCatalogue.of(CaseEvent.class)) {
            var sentence = Texts.ofEvent(event.getSimpleName());
            assertThat(sentence.sv()).endsWith(".");
            assertThat(sentence.en()).endsWith(".");
        }
    }
}
