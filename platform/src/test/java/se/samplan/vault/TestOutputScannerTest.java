package se.samplan.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are planted in pieces: whole, they would be found in this test's own output and class names. */
class TestOutputScannerTest {

    private static final String DATE = "19850131";
    private static final String FOUR = "2394";
    private static final String NUMBER = DATE + FOUR;

    @TempDir
    private Path folder;

    private Path plant(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<Boolean> found(Stream<String> lines) {
        return lines.map(TestOutputScanner::holdsOne).toList();
    }

    @Nested
    class A_planted_number {

        @Test
        void is_found_and_its_place_named_without_it() throws IOException {
            var file = plant("reports/some-output.txt", "nothing\nperson " + NUMBER + " registered\nnothing\n");
            plant("reports/other.xml", "<testcase time=\"0.1\"/>");

            assertThat(TestOutputScanner.scan(List.of(folder))).containsExactly(file + ":2");
        }

        @Test
        void is_found_in_a_files_name() throws IOException {
            plant("dump-" + NUMBER + ".json", "{}");

            assertThat(TestOutputScanner.scan(List.of(folder))).containsExactly(folder + ": a file's name");
        }

        @Test
        void is_found_in_every_form() {
            assertThat(found(Stream.of(
                            NUMBER,
                            DATE + "-" + FOUR,
                            NUMBER.substring(2),
                            DATE.substring(2) + "-" + FOUR,
                            DATE.substring(2) + "+" + FOUR,
                            "19850191" + "2391",
                            "850191" + "-2391",
                            "18900101" + "9802",
                            DATE + "-T239",
                            DATE + "T239",
                            DATE.substring(2) + "-T239")))
                    .hasSize(11)
                    .doesNotContain(false);
        }

        @Test
        void is_found_between_whatever_text_puts_around_it() {
            assertThat(found(Stream.of(
                                    "\"%s\"",
                                    "(%s)", "=%s&", "/%s/", "[%s]", "<a>%s</a>", "%s.", "nr:%s,", "a-%s-b", "_%s_")
                            .map(text -> text.replace("%s", NUMBER))))
                    .doesNotContain(false);
            assertThat(found(Stream.of(
                            "q=%20" + NUMBER + "%20", "line\\n" + NUMBER, "\\u0020" + NUMBER, "&#10;" + NUMBER)))
                    .doesNotContain(false);
        }
    }

    @Nested
    class Other_digits {

        @Test
        void with_a_wrong_check_digit_or_date_or_year_are_no_number() {
            assertThat(found(Stream.concat(
                            IntStream.range(0, 10)
                                    .filter(digit -> digit != 4)
                                    .mapToObj(digit -> DATE + FOUR.substring(0, 3) + digit),
                            Stream.of(
                                    "19850231" + "2393",
                                    "19851331" + "2390",
                                    "850100" + "-2391",
                                    "20850131" + "2394"))))
                    .hasSize(13)
                    .doesNotContain(true);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1763845999123",
                    "2022-03-01T09:00:00Z",
                    "20220301T101500Z",
                    "0.8501312394",
                    "Tests run: 46, Time elapsed: 16.96 s",
                    "5560055551",
                    "202100-2114"
                })
        void that_are_a_time_a_duration_or_an_organisation_are_no_number(String line) {
            assertThat(TestOutputScanner.holdsOne(line)).isFalse();
        }

        @Test
        void amid_a_hash_are_no_number() {
            assertThat(found(Stream.of("a" + NUMBER, NUMBER + "f", "0" + NUMBER, NUMBER + "0")))
                    .doesNotContain(true);
        }

        @Test
        void of_random_uuids_are_no_number() {
            var random = new SplittableRandom(1);
            var digitsOnly = IntStream.range(0, 1000)
                    .mapToObj(i -> new UUID(random.nextLong(), random.nextLong())
                                    .toString()
                                    .substring(0, 24)
                            + NUMBER);

            assertThat(found(digitsOnly)).doesNotContain(true);
        }
    }

    @Nested
    class The_program {

        @Test
        void ends_with_1_and_names_the_place_but_not_the_number() throws Exception {
            var file = plant("some-output.txt", NUMBER);

            var run = run(true, folder);

            assertThat(run.status).isEqualTo(1);
            assertThat(run.text).contains(file + ":1");
            assertThat(run.text.contains(DATE)).isFalse();
        }

        @Test
        void ends_with_0_if_there_is_nothing() throws Exception {
            plant("some-output.txt", "nothing");

            assertThat(run(true, folder).status).isZero();
        }

        @Test
        void ends_with_0_without_any_output_only_where_some_tests_were_asked_for() throws Exception {
            var missing = folder.resolve("missing");

            assertThat(run(false, missing).status).isZero();
            assertThat(run(true, missing).status).isEqualTo(1);
            assertThat(run(false, Files.createDirectory(missing)).status).isEqualTo(1);
        }

        private static Run run(boolean allTests, Path folder) throws Exception {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            // As the build runs it.
            var source = "src/test/java/se/samplan/vault/TestOutputScanner.java";
            var process = new ProcessBuilder(
                            java, "--source", "17", source, Boolean.toString(allTests), folder.toString())
                    .redirectErrorStream(true)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        }

        private record Run(int status, String text) {}
    }

    @Test
    void a_scan_of_nothing_fails() {
        assertThatThrownBy(() -> TestOutputScanner.scan(List.of(folder, folder.resolve("missing"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
