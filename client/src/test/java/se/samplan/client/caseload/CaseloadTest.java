package se.samplan.client.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CaseloadTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void a_dry_run_writes_the_plan_names_the_cells_and_sends_nothing() {
        assertThat(run("--dry-run", "--plan", file("plan.json"))).isZero();
        assertThat(PlanFile.read(folder.resolve("plan.json")).municipalities()).hasSize(12);
        assertThat(out.toString())
                .contains("age, 1462 Lilla Edet, 2022, 24_or_younger: published 5, nearest 6")
                .containsPattern("clearance denied +\\d+ +[1-9]\\.\\d % of the cases");
    }

    @Test
    void a_load_ends_with_a_table_of_what_it_made() throws IOException {
        try (var samplan = new FakeSamplan()) {
            assertThat(load(samplan)).isZero();
        }
        assertThat(out.toString())
                .containsPattern("ParticipantEnrolled +\\d+")
                .containsPattern("collision +\\d+ +\\d+\\.\\d % of the cases")
                .containsPattern("commands a second +\\d+");
        assertThat(err.toString()).contains("people and").contains("/s, 0:00 left");
    }

    @Test
    void a_load_that_was_refused_something_says_so_and_fails() throws IOException {
        try (var samplan = new FakeSamplan()) {
            samplan.instead(came ->
                    came.path().endsWith("/participants") ? new FakeSamplan.Reply(422, "{\"code\":\"NO\"}") : null);
            assertThat(load(samplan)).isOne();
        }
        assertThat(err.toString()).contains("/api/participants: 422 NO").containsPattern("and \\d+ more");
    }

    @Test
    void reports_that_show_what_was_planned_are_verified() throws IOException {
        assertThat(verify(table -> row -> row)).isZero();
        assertThat(out.toString()).contains("All figures agree.").contains("1384 Kungsbacka");
    }

    @Test
    void a_figure_that_differs_from_the_plan_fails_the_verification() throws IOException {
        assertThat(verify(table -> row -> row.replace(",342,", ",341,"))).isOne();
        assertThat(out.toString())
                .contains("men: planned 342, reported 341")
                .contains("men: published 342, reported 341");
    }

    @Test
    void a_report_whose_view_is_still_being_built_is_waited_for() throws IOException {
        run("--dry-run", "--plan", file("plan.json"));
        var plan = PlanFile.read(folder.resolve("plan.json"));
        var asked = new AtomicInteger();
        try (var samplan = new FakeSamplan()) {
            samplan.instead(came -> came.path().startsWith("/api/reports/") && asked.incrementAndGet() == 1
                    ? new FakeSamplan.Reply(503, "{\"code\":\"VIEWS_BEING_BUILT\"}")
                    : reply(plan, came.path(), table -> row -> row));
            var arguments = new String[] {
                "verify", "--plan", file("plan.json"), "--url", samplan.url().toString()
            };
            assertThat(run(arguments)).isZero();
        }
        assertThat(asked).hasValue(25);
    }

    @Test
    void wrong_options_are_refused_with_what_is_right() {
        assertThat(run("--scale", "0")).isOne();
        assertThat(run("--year", "2999")).isOne();
        assertThat(run("--parallel", "0")).isOne();
        assertThat(run("--tables", file("nowhere"))).isOne();
        assertThat(run("--year", "2010", "--dry-run")).isOne();
        assertThat(err.toString())
                .contains("--scale is more than 0")
                .contains("what has not happened yet")
                .contains("--parallel is between")
                .contains("nowhere is not a folder")
                .contains("no municipality has a number of participants for 2010");
    }

    @Test
    void lines_of_progress_tell_rate_and_time_left() {
        assertThat(LoadProgress.Lines.line(500, 2000, Duration.ofSeconds(5)))
                .isEqualTo("500 of 2,000 commands (25 %), 100/s, 0:15 left");
        assertThat(LoadProgress.Lines.line(0, 0, Duration.ZERO)).startsWith("0 of 0");
    }

    private int load(FakeSamplan samplan) {
        return run(
                "--scale",
                "0.01",
                "--plan",
                file("plan.json"),
                "--url",
                samplan.url().toString());
    }

    /** Verifies a plan of full scale against reports made of it, each row changed in some way. */
    private int verify(Function<String, Function<String, String>> change) throws IOException {
        run("--dry-run", "--plan", file("plan.json"));
        var plan = PlanFile.read(folder.resolve("plan.json"));
        try (var samplan = new FakeSamplan()) {
            samplan.instead(came -> reply(plan, came.path(), change));
            return run(
                    "verify",
                    "--all",
                    "--wait-seconds",
                    "0",
                    "--plan",
                    file("plan.json"),
                    "--url",
                    samplan.url().toString());
        }
    }

    private static FakeSamplan.@Nullable Reply reply(
            PlanFile plan, String path, Function<String, Function<String, String>> change) {
        for (var municipality : plan.municipalities()) {
            for (var table : municipality.tables().entrySet()) {
                if (path.contains(table.getKey().replace('_', '-') + ".csv?municipality=" + municipality.code())) {
                    var shown = table.getValue().shown();
                    var header = "municipality_code,municipality," + String.join(",", shown.keySet());
                    var row = Stream.concat(
                                    Stream.of(municipality.code(), municipality.name()),
                                    shown.values().stream().map(String::valueOf))
                            .collect(Collectors.joining(","));
                    return new FakeSamplan.Reply(
                            200, header + "\n" + change.apply(table.getKey()).apply(row) + "\n");
                }
            }
        }
        return null;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new Caseload())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
