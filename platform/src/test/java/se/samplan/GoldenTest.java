package se.samplan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samplan.event.EventCatalogue;
import se.samplan.store.EventCodec;
import se.samplan.store.HistoryNotReadable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of every event, as it is for ever: a golden is added where an event, an optional component or a
 * revision is, and never changed.
 */
class GoldenTest {

    private static final Path GOLDENS = Path.of("../shared/src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventCodec codec = new EventCodec(EventCatalogue.all());

    /** One file: {@code Type.revision[.variant].json}. */
    private record Golden(String type, int revision, String variant, Path file) {

        static Golden in(Path file) {
            var parts = file.getFileName().toString().split("\\.", -1);
            return new Golden(parts[0], Integer.parseInt(parts[1]), parts.length == 4 ? parts[2] : "", file);
        }

        byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }

        ObjectNode json() throws IOException {
            return (ObjectNode) JSON.readTree(bytes());
        }

        boolean isFull() {
            return variant.isEmpty();
        }

        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static List<Golden> goldens() throws IOException {
        try (var files = Files.list(GOLDENS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Golden::in)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }
    }

    static Stream<Class<?>> events() {
        return EventCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_golden_is_read_and_written_back_byte_for_byte(Golden golden) throws IOException {
        var event = codec.decode(golden.type(), golden.revision(), golden.bytes());

        var stored = codec.encode(event);

        assertThat(new String(stored.payload(), UTF_8)).isEqualTo(new String(golden.bytes(), UTF_8));
        assertThat(stored.type()).isEqualTo(golden.type());
        assertThat(stored.revision()).isEqualTo(golden.revision());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_has_a_golden_with_all_components_and_one_without_the_optional(Class<?> event) throws IOException {
        var all = names(event, component -> true);
        var demanded = names(event, component -> !isOptional(component));

        assertThat(componentsIn(golden(event, ""))).containsExactlyElementsOf(all);
        if (demanded.equals(all)) {
            assertThat(golden(event, ".minimal")).doesNotExist();
        } else {
            assertThat(componentsIn(golden(event, ".minimal"))).containsExactlyElementsOf(demanded);
        }
    }

    @Test
    void every_golden_names_an_event_of_the_catalogue() throws IOException {
        var named = goldens().stream().map(Golden::type).distinct().toList();

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        events().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void a_component_renamed_is_not_read(Golden golden) throws IOException {
        for (var component : golden.json().propertyNames()) {
            var renamed = JSON.createObjectNode();
            golden.json().forEachEntry((name, value) -> renamed.set(name.equals(component) ? name + "s" : name, value));

            assertThatThrownBy(() -> codec.decode(golden.type(), golden.revision(), JSON.writeValueAsBytes(renamed)))
                    .as(component)
                    .isInstanceOf(HistoryNotReadable.class);
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void what_is_written_null_is_not_what_is_stored(Golden golden) throws IOException {
        assertThat(golden.json().toString()).doesNotContain("null");
        assertThat(golden.isFull() || golden.variant().equals("minimal")).isTrue();
    }

    /** Codes are for ever too: a constant may be added here, and none may go. */
    @Test
    void the_codes_that_events_hold_are_those_written_down() throws IOException {
        var written = new Properties();
        try (var reader = Files.newBufferedReader(GOLDENS.resolve("codes.properties"))) {
            written.load(reader);
        }
        var stored = new TreeSet<String>();
        events().flatMap(event -> Arrays.stream(event.getRecordComponents()))
                .forEach(component -> collect(component.getGenericType(), stored));

        assertThat(written.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                .containsExactlyInAnyOrderElementsOf(stored);
    }

    private static void collect(Type type, Set<String> codes) {
        if (type instanceof ParameterizedType parameterised) {
            Arrays.stream(parameterised.getActualTypeArguments()).forEach(argument -> collect(argument, codes));
        } else if (type instanceof Class<?> known && known.isEnum()) {
            codes.add(known.getSimpleName() + "="
                    + String.join(
                            ",",
                            Arrays.stream(known.getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList()));
        } else if (type instanceof Class<?> known && known.isRecord()) {
            Arrays.stream(known.getRecordComponents()).forEach(component -> collect(component.getGenericType(), codes));
        }
    }

    private static Path golden(Class<?> event, String variant) {
        var revision = event.getAnnotation(Revision.class).value();
        return GOLDENS.resolve(event.getSimpleName() + "." + revision + variant + ".json");
    }

    private static List<String> componentsIn(Path golden) throws IOException {
        return List.copyOf(Golden.in(golden).json().propertyNames());
    }

    private static List<String> names(Class<?> event, Predicate<RecordComponent> which) {
        return Arrays.stream(event.getRecordComponents())
                .filter(which)
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
