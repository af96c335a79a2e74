package se.samplan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs/ promise about themselves. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");

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
                        + line.replaceFirst("#+ ", "")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(' ', '-'))
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
    void the_readme_has_links_to_code_and_tests_and_is_short() {
        var lines = Readme.read().lines();
        assertThat(lines).hasSizeLessThanOrEqualTo(200);
        var links = LINK.matcher(String.join("\n", lines)).results().map(link -> link.group(1));
        assertThat(links.filter(link -> link.contains("src/"))).hasSizeGreaterThan(20);
    }

    @Test
    void the_doors_stand_where_scripts_look_for_them() {
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
