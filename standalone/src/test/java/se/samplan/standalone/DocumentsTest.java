package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs/ promise about themselves. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");

    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)*)(?:\\.\\w+)?`");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");

    /** Classes of libraries that documents name, by their packages. */
    private static final List<String> LIBRARIES = List.of(
            "java.time.",
            "org.axonframework.eventsourcing.eventstore.",
            "org.axonframework.eventsourcing.eventstore.jdbc.",
            "org.axonframework.serialization.",
            "org.springframework.core.retry.");

    /** What the guide on capabilities builds as its example. */
    private static final Set<String> EXAMPLE = Set.of("RecordAssessment", "AssessmentRecorded", "Assessments");

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.walk(Readme.ROOT.resolve("docs"))) {
            var found = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(Readme.ROOT.resolve("README.md")), found.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_to_a_file_or_a_heading_leads_there(Path document) throws IOException {
        var text = Files.readString(document);
        var headings = text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> "#"
                        + line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
        LINK.matcher(text).results().forEach(link -> {
            if (link.group(1).isEmpty()) {
                assertThat(headings).contains(link.group(2));
            } else if (!link.group(1).contains(":")) {
                assertThat(document.resolveSibling(link.group(1))).exists();
            }
        });
    }

    @Test
    void every_class_that_a_document_names_exists() throws IOException {
        var declared = declaredTypes();
        assertThat(declared).contains("CoordinationCase", "DocumentsTest");
        try (var documents = documents()) {
            assertThat(documents).allSatisfy(document -> assertThat(CLASS_NAME
                            .matcher(Files.readString(document))
                            .results()
                            .map(name -> name.group(1)))
                    .as(document.toString())
                    .allMatch(name -> declared.contains(name) || EXAMPLE.contains(name) || isOfALibrary(name)));
        }
    }

    private static Set<String> declaredTypes() throws IOException {
        var types = new HashSet<String>();
        try (var modules =
                Files.newDirectoryStream(Readme.ROOT, directory -> Files.isDirectory(directory.resolve("src")))) {
            for (var module : modules) {
                try (var files = Files.walk(module.resolve("src"))) {
                    for (var file :
                            files.filter(it -> it.toString().endsWith(".java")).toList()) {
                        DECLARED.matcher(Files.readString(file)).results().forEach(type -> types.add(type.group(1)));
                    }
                }
            }
        }
        return types;
    }

    private static boolean isOfALibrary(String name) {
        return LIBRARIES.stream().anyMatch(prefix -> {
            try {
                return Class.forName(prefix + name, false, DocumentsTest.class.getClassLoader()) != null;
            } catch (ClassNotFoundException _) {
                return false;
            }
        });
    }

    @Test
    void the_readme_has_links_to_code_and_tests_and_is_short() {
        var lines = Readme.read().lines();
        assertThat(lines).hasSizeLessThanOrEqualTo(200);
        var links = LINK.matcher(String.join("\n", lines)).results().map(link -> link.group(1));
        assertThat(links.filter(link -> link.contains("src/"))).hasSizeGreaterThan(20);
    }

    @Test
    void the_commands_to_run_and_test_are_where_scripts_look_for_them() {
        var readme = Readme.read();
        for (var section : List.of("Run it", "Test it")) {
            assertThat(readme.firstLine(section)).startsWith("```");
        }
        assertThat(readme.blocks("Run it", "").getFirst()).isEqualTo("./samplan run\n");
        assertThat(readme.blocks("Test it", "").getFirst()).isEqualTo("./samplan test\n");
    }

    @Test
    void a_decision_fits_on_a_page() throws IOException {
        try (var decisions = Files.list(Readme.ROOT.resolve("docs/adr"))) {
            assertThat(decisions).isNotEmpty().allSatisfy(decision -> assertThat(Files.readAllLines(decision))
                    .hasSizeLessThanOrEqualTo(40));
        }
    }
}
