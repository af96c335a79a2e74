package se.samplan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samplan.casework.CaseEvent;
import se.samplan.event.EventCatalogue;

/** docs/events.md says what the events are: made from them, and compared. */
class EventsDocTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final Path SOURCES = Path.of("../shared/src/main/java");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private static final String BEGINNING = """
            # Events

            Every event that can be stored, by capability, with its components in the order in which they are written.
            Stored names and components are for ever; the exact form of each is its golden in
            `shared/src/test/resources/events`. *Optional* components are absent where nothing fills them; *sealed* ones
            are ciphertext under a key of the participant, the lane and the class of document. The kind of information
            is what a ground must cover for another lane to know of the event.

            This file is made by `EventsDocTest`, which also writes it anew with `-Dsamplan.write-docs=true`.
            """;

    @Test
    void the_document_is_as_the_events_are() throws IOException {
        var text = text();
        if (Boolean.getBoolean("samplan.write-docs")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT).content().isEqualTo(text);
    }

    private static String text() {
        Map<String, List<Class<?>>> capabilities = new LinkedHashMap<>();
        EventCatalogue.all().forEach(event -> capabilities
                .computeIfAbsent(event.getPackageName().replaceAll(".*\\.", ""), name -> new ArrayList<>())
                .add(event));
        return BEGINNING
                + capabilities.entrySet().stream()
                        .map(capability -> "\n## " + capability.getKey() + "\n"
                                + families(capability.getValue())
                                + capability.getValue().stream()
                                        .map(EventsDocTest::section)
                                        .collect(joining()))
                        .collect(joining());
    }

    private static String families(List<Class<?>> events) {
        return events.stream()
                .map(Class::getDeclaringClass)
                .filter(Objects::nonNull)
                .distinct()
                .map(family -> "\n" + sentence(comment(family, family)) + "\n")
                .collect(joining());
    }

    private static String section(Class<?> event) {
        var family = event.getDeclaringClass();
        var kind = CaseEvent.class.isAssignableFrom(event) ? " · " + kind(event) : "";
        var comment = comment(family == null ? event : family, event);
        return "\n### " + event.getSimpleName() + "\n\n"
                + sentence(comment) + " Revision "
                + event.getAnnotation(Revision.class).value() + kind + ".\n\n| Component | Type | |\n|---|---|---|\n"
                + Arrays.stream(event.getRecordComponents())
                        .map(component -> row(component, comment))
                        .collect(joining());
    }

    /** An event's kind of information follows from its type, so an empty one tells it. */
    private static String kind(Class<?> event) {
        try {
            var components = Arrays.stream(event.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var nothing = Arrays.stream(components)
                    .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
                    .toArray();
            var empty = (CaseEvent) event.getDeclaredConstructor(components).newInstance(nothing);
            return empty.informationKind().name();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(RecordComponent component, String comment) {
        var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "*optional* " : "";
        var parameter = Pattern.compile("@param " + component.getName() + " (.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(comment);
        return "| `" + component.getName() + "` | " + name(component.getGenericType()) + " | "
                + (optional + (parameter.find() ? plain(parameter.group(1)) : "")).trim() + " |\n";
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType parameterised) {
            return name(parameterised.getRawType()) + " of "
                    + Arrays.stream(parameterised.getActualTypeArguments())
                            .map(EventsDocTest::name)
                            .collect(joining(" to "));
        }
        return ((Class<?>) type).getSimpleName();
    }

    private static String sentence(String comment) {
        var sentence = plain(comment.replaceAll("(?s)@param.*", ""));
        assertThat(sentence).as("a sentence on every event").endsWith(".");
        return sentence;
    }

    /** The Javadoc before a type's declaration in the source of its outermost class; empty if there is none. */
    private static String comment(Class<?> outer, Class<?> type) {
        try {
            var source = Files.readString(SOURCES.resolve(outer.getName().replace('.', '/') + ".java"));
            var declaration = Pattern.compile("\\b(record|interface) " + type.getSimpleName() + "\\b")
                    .matcher(source);
            assertThat(declaration.find()).as(type.getName()).isTrue();
            var before = source.substring(0, declaration.start());
            return COMMENT.matcher(before)
                    .results()
                    .filter(comment -> isRightBefore(before, comment))
                    .map(comment -> comment.group(1).replaceAll("\\R\\s*\\*", " "))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRightBefore(String text, MatchResult comment) {
        return text.substring(comment.end()).strip().matches("(@\\w+(\\(\"\\d+\"\\))?\\s*)*(public|sealed|\\s)*");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:link|code) ([^}]*)}", "`$1`")
                .replaceAll("`([A-Za-z]+)#([A-Z_]+)`", "`$2`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
