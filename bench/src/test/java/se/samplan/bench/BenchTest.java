package se.samplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The quick figures at their smallest: that they come out, not what they are. */
class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String... arguments) {
        return Bench.run(Effort.SMOKE, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void every_quick_figure_comes_out_as_a_table_and_as_json(@TempDir Path folder) throws IOException {
        var file = folder.resolve("figures.json");

        var ended = bench("--quick", "--json", file.toString(), "--work", "target/test-output/bench");

        assertThat(ended).as(err.toString()).isZero();
        var figures = new JsonMapper().readTree(Files.readString(file));
        assertThat(figures.valueStream().map(figure -> figure.path("name").asString()))
                .contains("append/8", "append/8/stock", "command/32", "replay", "visible/p99");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.propertyNames())
                    .containsExactly("name", "ratio", "min", "max", "goal", "met", "void", "unit");
            assertThat(figure.path("min").asDouble()).isPositive();
            assertThat(figure.path("ratio").asDouble())
                    .isBetween(figure.path("min").asDouble(), figure.path("max").asDouble());
            assertThat(out.toString()).contains("| `" + figure.path("name").asString() + "` | ");
        });
        assertThat(err.toString()).contains("append/8 ", " left");
    }

    @Test
    void what_the_time_of_an_answer_tells_and_what_the_worst_case_costs_come_out() {
        assertThat(bench("timing", "worst-case", "--work", "target/test-output/bench-timing"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("timing/foreign/plans", "timing/hidden-5/command", "worst-case/ms");
    }

    @Test
    void a_figure_that_is_not_there_is_refused_before_anything_is_measured() {
        assertThat(bench("append/8", "append/9")).isEqualTo(2);
        assertThat(err.toString()).contains("append/9", "append/32").doesNotContain(" left");
    }
}
