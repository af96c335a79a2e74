package se.samplan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samplan.refusal.Reason;

/** docs/errors.md lists every code that the APIs answer with: made from the refusals of both sides, and compared. */
class ErrorsDocTest {

    private static final Path DOCUMENT = Path.of("../docs/errors.md");

    private static final String BEGINNING = """
            # Errors

            Every refusal is `application/problem+json` with a `code`, which clients may rely on, and the texts `sv` and
            `en`, which may change. What is not allowed and what is not there look the same where existence is secret.
            `503` carries `Retry-After`. `UNFORESEEN` (500) is a defect.

            This file is made by `ErrorsDocTest`, which also writes it anew with `-Dsamplan.write-docs=true`.
            """;

    @Test
    void the_document_lists_every_code() throws IOException {
        var text = text();
        if (Boolean.getBoolean("samplan.write-docs")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT).content().isEqualTo(text);
    }

    @Test
    void a_code_means_one_thing_alone() {
        var seen = new HashSet<String>();

        reasons().values().stream().flatMap(List::stream).forEach(reason -> assertThat(seen.add(reason.name()))
                .as(reason.name())
                .isTrue());
    }

    @Test
    void every_text_is_there_in_both_languages_and_differs() {
        assertThat(reasons()).hasSizeGreaterThan(15);
        reasons().values().stream().flatMap(List::stream).forEach(reason -> {
            assertThat(List.of(reason.text().sv(), reason.text().en()))
                    .as(reason.name())
                    .doesNotHaveDuplicates()
                    .allMatch(text -> text.endsWith(".") && text.length() > 5);
        });
    }

    private static String text() {
        return BEGINNING
                + reasons().entrySet().stream()
                        .map(capability -> "\n## " + capability.getKey()
                                + "\n\n| Code | Status | Swedish | English |\n|---|---|---|---|\n"
                                + capability.getValue().stream()
                                        .map(ErrorsDocTest::row)
                                        .collect(joining()))
                        .collect(joining());
    }

    private static String row(Reason reason) {
        var text = reason.text();
        return "| `%s` | %d | %s | %s |\n"
                .formatted(reason.name(), reason.kind().status(), text.sv(), text.en());
    }

    /** All reasons there are, by capability. */
    private static Map<String, List<Reason>> reasons() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("se.samplan").stream()
                        .filter(type -> type.isAssignableTo(Reason.class) && type.isEnum())
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Reason.class::cast)
                        .collect(Collectors.groupingBy(
                                reason -> reason.getClass().getPackageName().replaceAll(".*\\.", ""),
                                TreeMap::new,
                                Collectors.toList()));
    }
}
