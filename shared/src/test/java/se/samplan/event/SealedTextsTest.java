package se.samplan.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.casework.CaseEvent;
import se.samplan.casework.DocumentClass;
import se.samplan.casework.Sealed;
import se.samplan.casework.SealedText;
import se.samplan.plan.PlanEvent.PlanAgreed;
import se.samplan.plan.PlanEvent.PlanDrafted;

/** Every free text of every event can be named by both sides, and nothing else can. */
class SealedTextsTest {

    static Iterable<Class<?>> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_declares_each_of_its_sealed_components_by_its_name(Class<?> event)
            throws ReflectiveOperationException {
        var declared = new TreeMap<String, String>();
        for (var field : event.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof SealedText<?> text) {
                declared.put(field.getName(), text.component());
                assertThat(text.event()).isEqualTo(event);
            }
        }
        assertThat(declared)
                .isEqualTo(new TreeMap<>(Arrays.stream(event.getRecordComponents())
                        .filter(each -> each.getGenericType().getTypeName().contains(Sealed.class.getName()))
                        .map(RecordComponent::getName)
                        .collect(Collectors.toMap(SealedTextsTest::constant, name -> name))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_text_is_read_from_the_component_that_it_names(Class<?> event) throws ReflectiveOperationException {
        for (var field : event.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof SealedText<?> text) {
                assertThat(readsWhatItNames(text)).as(text.component()).isTrue();
            }
        }
    }

    @Test
    void there_are_events_with_and_without_texts() {
        assertThat(EventCatalogue.all()).anyMatch(SealedTextsTest::holdsTexts).anyMatch(event -> !holdsTexts(event));
    }

    @Test
    void a_name_that_is_no_sealed_component_cannot_be_declared() {
        assertThatThrownBy(
                        () -> new SealedText<>(PlanDrafted.class, "sumary", PlanDrafted::summary, DocumentClass.PLANS))
                .hasMessageContaining("sumary");
        assertThatThrownBy(() -> new SealedText<>(PlanAgreed.class, "lane", event -> null, DocumentClass.PLANS))
                .hasMessageContaining("lane");
    }

    private static boolean holdsTexts(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).anyMatch(each -> each.getType() == Sealed.class);
    }

    private static <E extends CaseEvent> boolean readsWhatItNames(SealedText<E> text)
            throws ReflectiveOperationException {
        var sealed = new Sealed(new UUID(1, 2), "c2VhbGVk");
        var components = text.event().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = text.event().getDeclaredConstructor(types);
        var event = constructor.newInstance(Arrays.stream(components)
                .map(each -> each.getName().equals(text.component()) ? sealed : nothing(each.getType()))
                .toArray());
        return sealed.equals(text.sealed().apply(event));
    }

    private static @Nullable Object nothing(Class<?> type) {
        return Map.<Class<?>, Object>of(boolean.class, false, int.class, 0, long.class, 0L)
                .get(type);
    }

    private static String constant(String component) {
        return component.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
