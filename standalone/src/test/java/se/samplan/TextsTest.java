package se.samplan;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samplan.casework.CaseEvent;
import se.samplan.event.EventCatalogue;
import se.samplan.refusal.Reason;
import se.samplan.report.Table;
import se.samplan.text.Sentence;
import se.samplan.text.Texts;

/** The table of texts has what the code of both sides can say, in both languages, and nothing else. */
class TextsTest {

    /** Enums of the infrastructure: no answer shows them as a code with its text. */
    private static final String INFRASTRUCTURE =
            "se\\.samplan\\.(refusal|vault|store|rights|view|check|operation|issuer|client|bench)\\..*";

    /** What no answer shows, named one by one: an enum that nobody thought of needs a text. */
    private static final Set<String> NEVER_SHOWN = Set.of(
            "casework.ComputedFrom$Source",
            "casework.DocumentClass",
            "correction.Dependents",
            "http.ReadableText$Fault",
            "report.CsvForm",
            "report.WithoutWork",
            "report.EnrolmentLength",
            "collision.CollisionState",
            "subsidy.SubsidyRequest$State");

    @Test
    void every_code_event_refusal_and_heading_has_a_text_and_every_text_is_used() throws IOException {
        var used = used().collect(toCollection(TreeSet::new));

        assertThat(used).hasSizeGreaterThan(400);
        assertThat(keys()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_text_is_there_in_swedish_and_in_english() throws IOException {
        for (var key : keys()) {
            var text = Texts.sentence(key);
            assertThat(List.of(text.sv(), text.en())).as(key).allMatch(said -> !said.isBlank());
        }
    }

    @Test
    void what_is_a_sentence_ends_like_one() throws IOException {
        var sentences = keys().stream().filter(key -> key.matches("event\\..*|\\w*Refusal\\..*"));

        assertThat(sentences.map(Texts::sentence).flatMap(TextsTest::both)).allMatch(said -> said.endsWith("."));
    }

    private static Stream<String> both(Sentence text) {
        return Stream.of(text.sv(), text.en());
    }

    private static Stream<String> used() {
        return Stream.of(
                        codes().flatMap(type -> Stream.of(type.getEnumConstants()))
                                .map(TextsTest::key),
                        EventCatalogue.of(CaseEvent.class).stream().map(event -> "event." + event.getSimpleName()),
                        Stream.of(Table.values())
                                .flatMap(table -> table.columns().stream())
                                .map("figure."::concat),
                        Stream.of("figure.total", "report.suppressed"))
                .flatMap(keys -> keys);
    }

    private static String key(Object constant) {
        return constant.getClass().getSimpleName() + "." + ((Enum<?>) constant).name();
    }

    /** The enums whose constants are shown: every refusal, and all others but the infrastructure's. */
    private static Stream<Class<?>> codes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        return scanner.findCandidateComponents("se.samplan").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                .filter(type -> Reason.class.isAssignableFrom(type)
                        || !type.getName().matches(INFRASTRUCTURE)
                                && !NEVER_SHOWN.contains(type.getName().substring("se.samplan.".length())));
    }

    /** The keys as they stand in the file, so that one that is there twice is seen. */
    private static List<String> keys() throws IOException {
        var keys = new ArrayList<String>();
        try (var table = Objects.requireNonNull(Texts.class.getResourceAsStream("texts.properties"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> keys.add(line.substring(0, line.indexOf(" = "))));
        }
        return keys;
    }
}
