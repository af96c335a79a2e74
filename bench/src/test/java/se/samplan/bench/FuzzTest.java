package se.samplan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** A short run, that the command does what it says; the tests of standalone hold Samplan to its contract. */
class FuzzTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void sends_requests_and_says_what_came_back_and_how_to_send_them_again() {
        String[] arguments = {"--requests", "40", "--seed", "7", "--work", "target/test-output/fuzz"};

        assertThat(Fuzz.run(new PrintWriter(out), new PrintWriter(err), arguments))
                .as("%s%n%s", out, err)
                .isZero();
        assertThat(out.toString())
                .contains("--seed 7 --requests 40", "| `participantRegister` | 200: ", "40 requests, 0 kinds of fault");
    }
}
