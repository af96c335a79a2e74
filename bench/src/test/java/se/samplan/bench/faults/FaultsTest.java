package se.samplan.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One fault of each kind that needs nothing installed, on a machine that may be busy with other tests; {@code ./samplan bench faults} injects many. */
class FaultsTest {

    private static final Path WORK = Path.of("target/test-output/faults");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int faults(String... arguments) {
        return Faults.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void nothing_is_lost_doubled_or_shown_wrongly_and_a_run_that_is_done_has_nothing_left_to_do() throws IOException {
        var state = WORK.resolve("kept.json");
        Files.deleteIfExists(state);
        String[] arguments = {
            "--quick", "--work", WORK.toString(), "--state", state.toString(), "--resume-seconds", "60"
        };

        assertThat(faults(arguments)).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("Samplan killed \\| \\d \\| 1 of 1 ")
                .containsPattern("PostgreSQL killed \\| \\d \\| 1 of 1 ")
                .containsPattern("owner frozen \\| \\d \\| 1 of 1 ")
                .containsPattern("follower killed \\| \\d \\| 1 of 1 ")
                .containsPattern("rebuild killed \\| \\d \\| 1 of 1 ")
                .containsPattern("\\d{3,} acknowledged, 0 lost, 0 doubled, all views and access rows agree");
        var table = out.toString();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);

        assertThat(faults(arguments)).isZero();
        assertThat(out).hasToString(table);
        assertThat(err.toString()).isEmpty();
    }
}
